import type { NativeErrorFacts } from './edition.ts';

/** What a marketplace said when it refused, as far as it was kept. */
export interface NativeRefusal {
  readonly reason: string;
  readonly code: string | null;
  readonly text: string | null;
  readonly operation: string | null;
  readonly httpStatus: number | null;
}

/** Stands in `where` for "none of the rows above". */
const OTHERWISE: ReadonlySet<string | undefined> = new Set([undefined, '', 'other']);

/**
 * The row of an edition's error table that tells what a code means here. A row with a condition counts only where that
 * is met; one without only where it names the reason that the connector has found, which knows more than the code.
 */
export function findNativeError(
  table: readonly NativeErrorFacts[],
  said: NativeRefusal,
): NativeErrorFacts | undefined {
  const rows = table.filter(({ code }) => code === said.code);
  return (
    rows.find(({ where }) => where !== undefined && !OTHERWISE.has(where) && isMet(where, said)) ??
    rows.find(({ where, reason }) => OTHERWISE.has(where) && reason === said.reason)
  );
}

const STATUS = /^HTTP (\d{3})$/;

/** A condition is an HTTP status, an operation, or words of the text: ` · ` parts choices, `…` stands for anything. */
function isMet(where: string, { text, operation, httpStatus }: NativeRefusal): boolean {
  const status = STATUS.exec(where)?.[1];
  if (status !== undefined) return httpStatus === null || httpStatus === Number(status);
  if (operation === where) return true;
  return text !== null && where.split(' · ').some((words) => saysInTurn(text, words.split('…')));
}

function saysInTurn(text: string, words: readonly string[]): boolean {
  let from = 0;
  return words.every((part) => {
    const at = text.indexOf(part.trim(), from);
    from = at + part.trim().length;
    return at >= 0;
  });
}
