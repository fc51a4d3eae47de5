/** Characters that XML cannot hold stand in workbooks as `_x000D_` (ECMA-376 part 1, 22.9.2.19). */
const ESCAPE = /_x([0-9a-f]{4})_/gi;

/** A text as it was before it was written into a workbook. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(ESCAPE, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** A text that looks like an escape, so that it is read back as it is; control characters the writer escapes by itself. */
export function escapedLookalikes(text: string): string {
  return text.includes('_x') ? text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_') : text;
}
