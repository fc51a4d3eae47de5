/** A bearer token that every process of the hub uses together. */
export interface SharedToken {
  readonly value: string;
  readonly expiresAt: Date;
}

export interface TokenShelf {
  /**
   * The account's current token. When none lives for `renewBeforeMs` more, one caller, across all processes,
   * runs `issue`; the others keep the old token while it is valid, or wait for the new one.
   */
  current(renewBeforeMs: number, issue: () => Promise<SharedToken>): Promise<string>;
  /** Forgets a token the marketplace refused, unless somebody has replaced it meanwhile. */
  drop(refused: string): Promise<void>;
}
