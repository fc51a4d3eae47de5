/** What a list left out, named in the compiler's complaint. */
interface Lacks<Missing> {
  readonly lacks: Missing;
}

/**
 * A list of all values of one of the API's words, in an order of its own: `everyOf<Role>()(['owner', …])`. One that is
 * wrong does not compile, and neither does a list that lacks one.
 */
export function everyOf<Value extends string>() {
  return <const List extends readonly Value[]>(
    list: List & ([Value] extends [List[number]] ? unknown : Lacks<Exclude<Value, List[number]>>),
  ): readonly Value[] => list;
}
