import { queries } from '../../api/client.ts';
import type { Schema } from '../../api/types.ts';

type NoticeKind = Schema<'NoticeKind'>;

/** Every kind of goods of the statutory notice; they never change while the desk is open. */
export function useNoticeKinds(): readonly NoticeKind[] {
  return (
    queries.useQuery('get', '/api/v1/notice-kinds', {}, { staleTime: Number.POSITIVE_INFINITY }).data
      ?.notice_kinds ?? []
  );
}

/** The kind that a product's notice means, by its code or one of its names; undefined for a marketplace's own. */
export function noticeKindOf(kinds: readonly NoticeKind[], given: string): NoticeKind | undefined {
  const plain = plainName(given);
  if (plain === '') return undefined;
  return kinds.find(({ code, names, other_names }) =>
    [code, ...Object.values(names), ...other_names].some((name) => plainName(name) === plain),
  );
}

/** A name without signs and what stands in brackets, in which spellings differ. */
function plainName(name: string): string {
  return name.replaceAll(/\([^)]*\)|[^\p{L}\p{N}_]/gu, '').toLowerCase();
}
