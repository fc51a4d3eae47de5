/** A text in the languages of the desk; English stands in where a translation is missing. */
export interface Localized {
  readonly ko: string;
  readonly en: string;
  readonly ru?: string;
  readonly uz?: string;
}
