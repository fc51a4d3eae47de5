/** One field of a product that is not as it must be. */
export interface InvalidInput {
  readonly name: string;
  readonly type: string;
  readonly message: string;
}

/** A call the marketplace refuses as a whole, with the HTTP status and code it is answered with. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  /** What the product APIs say about each field; their answers have a shape of their own (sheet §5.1). */
  readonly inputs: readonly InvalidInput[] | undefined;

  constructor(status: number, code: string, message: string, inputs?: readonly InvalidInput[]) {
    super(message);
    this.status = status;
    this.code = code;
    this.inputs = inputs;
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

/** A product, or a part of it, that the product APIs would not have. */
export function badProduct(name: string, type: string, message: string): Refusal {
  return new Refusal(400, 'BAD_REQUEST', message, [{ name, type, message }]);
}

/** A refusal whose only reason is its text (sheet §5.1). */
export function badRequest(message: string): Refusal {
  return new Refusal(400, 'BAD_REQUEST', message, []);
}

/** Nothing of this number. */
export function noSuch(message: string): Refusal {
  return new Refusal(404, 'NOT_FOUND', message, []);
}
