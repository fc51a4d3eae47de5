import type { JsonObject } from '../../frame/json.ts';
import type { OperationCall } from '../wire/operation.ts';

/** One API of edition `guide`; its calls are the official ones' in another envelope. */
export interface GuideOperation {
  /** The name in the journal. */
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT';
  /** `{id}` stands for one path segment. */
  readonly path: string;
  /** Whether its calls leave a trace in the shop. */
  readonly changesState?: boolean;
  readonly handle: (call: OperationCall) => JsonObject;
}
