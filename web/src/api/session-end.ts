let listener: () => void = () => {};

/** Says who shows the login page when an answer tells that the session is over. */
export function onSessionEnded(show: () => void): void {
  listener = show;
}

export function tellSessionEnded(): void {
  listener();
}
