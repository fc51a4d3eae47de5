/** Sellers here live by Korean time; the business may say otherwise. */
let zone = 'Asia/Seoul';

export function timeZone(): string {
  return zone;
}

/** Said once it is known which business the desk is opened for. */
export function setTimeZone(name: string): void {
  zone = name;
}
