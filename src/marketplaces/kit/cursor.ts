/** Where a reading goes on next time. Only the connector that made it can read it. */
export type Cursor = string;
