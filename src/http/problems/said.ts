/** What a problem is called and what it says, in one language. */
export interface Said {
  readonly title: string;
  readonly detail: string;
}
