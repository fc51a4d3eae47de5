import { type RawBuilder, sql } from 'kysely';

/** A row's place in a list ordered by a time and then by id. */
export interface TimePosition {
  /** With microseconds, as the database has it: a Date would cut them off, and rows with them. */
  readonly at: string;
  readonly id: number;
}

type Absent = null | undefined | false | '' | 0;

/** All of the conditions that are there. */
export function allOf(conditions: readonly (RawBuilder<unknown> | Absent)[]): RawBuilder<unknown> {
  return sql.join(
    conditions.filter((condition) => typeof condition === 'object' && condition !== null),
    sql` and `,
  );
}
