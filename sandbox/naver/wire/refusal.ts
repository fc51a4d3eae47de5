/** A call the marketplace refuses as a whole, with the HTTP status and code it is answered with. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** A parameter the order APIs cannot use; the message names it (sheet §5.3). */
export function badParameter(field: string, type = 'typeMismatch'): Refusal {
  return new Refusal(400, '4000', `${type}.request.${field}`);
}

/** A body that is not JSON of the expected shape, or holds a code no list knows (D#2114). */
export function unreadableBody(message = '요청 본문을 읽을 수 없습니다.'): Refusal {
  return new Refusal(400, '000400', message);
}

/** A period longer than 24 hours. */
export function periodTooLong(): Refusal {
  return new Refusal(400, '104139', '조회 가능한 날짜 범위를 초과');
}
