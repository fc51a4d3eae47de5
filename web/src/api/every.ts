/**
 * Every value of one of the API's own sets, in the order in which a person meets them: `every<State>()(['a', 'b'])`. A list that
 * lacks one, or names one that the API does not know, does not compile.
 */
export function every<Value extends string>() {
  return <const Listed extends readonly Value[]>(
    listed: Listed,
    ..._missing: [Exclude<Value, Listed[number]>] extends [never]
      ? []
      : [missing: Exclude<Value, Listed[number]>]
  ): Listed => listed;
}
