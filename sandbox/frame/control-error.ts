/** A control call that cannot be carried out, with the HTTP status it is answered with. */
export class ControlError extends Error {
  readonly status: number;

  constructor(message: string, status = 400) {
    super(message);
    this.status = status;
  }
}
