import { TestRunner } from 'vitest';
import type { Cast } from './worlds/all.ts';

declare module 'vitest' {
  interface TaskMeta {
    /** What this test has made editions do and seen to work, as `<platform> <edition> <operation>`. */
    proved?: readonly string[];
  }
}

/**
 * Notes that the running test has carried out an operation of an edition. It counts when the test passes: at the end
 * of a run of the whole suite, `unproved` holds what was promised against it.
 */
export function proves({ name }: Cast, ...operations: readonly string[]): void {
  const test = TestRunner.getCurrentTest();
  if (test === undefined) throw new Error('only a test can prove something');
  const { meta } = test;
  meta.proved = [...(meta.proved ?? []), ...operations.map((operation) => `${name} ${operation}`)];
}
