import { type Failure, refusal } from '../outcomes.ts';
import { meaningOf } from './native-errors.ts';
import { saidIn } from './said.ts';

/** What an action answered (sheet §5.1). */
export interface Result {
  readonly code: string | null;
  readonly text: string;
}

export function decodeResult(document: unknown): Result {
  const { code, text } = saidIn(document);
  return { code, text };
}

/** Failures inside 11st: the sheet (§5.2) asks to read the state before anything is sent again. */
const WHO_KNOWS: ReadonlySet<string> = new Set(['-3207', '-3311']);

/** `전체 2건이 정상적으로 …`: how many lines an action took. */
const COUNT = /(\d+)\s*건/;

/**
 * What did not go well, or undefined when all did. An action acts on whole deliveries and counts what it took
 * (sheet §5.3): where that is another number than expected, only a reading can tell which lines it were.
 */
export function failureIn({ code, text }: Result, expected: number | null): Failure | undefined {
  if (code === null || WHO_KNOWS.has(code)) return { kind: 'unknown', nativeText: text };
  if (code !== '0') return refusal(meaningOf(code, text)?.reason ?? 'refused', code, text);
  const counted = COUNT.exec(text)?.[1];
  if (expected === null || counted === undefined || Number(counted) === expected) return undefined;
  return { kind: 'unknown', nativeText: text };
}
