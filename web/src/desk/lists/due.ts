/** By when something must be done, as lists are asked for it. */
export const DUE = ['overdue', 'soon', 'today', 'tomorrow'] as const;
export type Due = (typeof DUE)[number];
