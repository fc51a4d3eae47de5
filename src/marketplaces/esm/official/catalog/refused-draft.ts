/** A draft that ESM would not take, found before anything was sent. Says which field it is about. */
export class RefusedDraft extends Error {
  override readonly name = 'RefusedDraft';
  readonly field: string;

  constructor(field: string, ko: string, en: string) {
    super(`${ko} ${en} (${field})`);
    this.field = field;
  }
}
