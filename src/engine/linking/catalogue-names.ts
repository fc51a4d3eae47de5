import type { OwnerId, SkuId } from '../../domain/ids.ts';
import { indexNames, type NameIndex } from '../../domain/linking/name-match.ts';
import { catalogueMark, readSkuNames } from '../../store/links/sku-names.ts';
import type { OwnerScope } from '../../store/scope.ts';

/** Looks up names in an owner's catalogue, which is read and taken apart when it is first asked for or has changed. */
export interface CatalogueNames {
  of(scope: OwnerScope): Promise<NameIndex<SkuId>>;
}

interface Known {
  readonly mark: string;
  readonly index: NameIndex<SkuId>;
}

/** Catalogues that are kept taken apart: some megabytes for ten thousand products. */
const KEPT = 8;

/** The names of catalogues as one process knows them. Those that were asked for last are kept. */
export function catalogueNames(): CatalogueNames {
  const known = new Map<OwnerId, Known>();
  return {
    async of(scope) {
      // Read before the names: what changes in between makes them be read again, never be missed.
      const mark = await catalogueMark(scope);
      const before = known.get(scope.owner);
      const now = before?.mark === mark ? before : { mark, index: indexNames(await readSkuNames(scope)) };
      known.delete(scope.owner);
      known.set(scope.owner, now);
      for (const owner of [...known.keys()].slice(0, -KEPT)) known.delete(owner);
      return now.index;
    },
  };
}
