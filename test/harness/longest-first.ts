import { sep } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Parts of the paths of files that run for a minute or so each, the longest first. Vitest knows how long a file takes only
 * where it has run before, and takes large ones first else; the longest of ours are short, and the end of a run would be spent
 * waiting for one of them.
 */
const LONG = [
  'test/e2e/newcomer',
  'test/conformance/failed-read',
  'test/conformance/claim-actions',
  'test/chaos/',
  'test/stories/',
  'test/e2e/',
  'test/jobs/',
  'test/conformance/claim-life',
  'test/webhooks/kill',
  'test/listings/kill',
  'test/conformance/lost-answer',
  'test/imports/',
  'test/web/',
  'test/publish/',
  'test/reread/',
  'test/conformance/',
  'test/health/outage',
  'test/store/',
] as const;

/** Runs the files that take longest first, so that none of them is left when all others are done. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files);
    return usual.toSorted((one, other) => rankOf(one) - rankOf(other));
  }
}

function rankOf({ moduleId }: TestSpecification): number {
  const path = moduleId.replaceAll(sep, '/');
  const rank = LONG.findIndex((part) => path.includes(part));
  return rank === -1 ? LONG.length : rank;
}
