import type { WireRequest } from '../../frame/marketplace.ts';
import type { Operation } from './call.ts';

/** An operation that matches a request, with what its placeholders stand for. */
export interface Match {
  readonly operation: Operation;
  readonly params: Readonly<Record<string, string>>;
}

/** Finds the operation a request asks for; undefined if method and path match none. */
export type Routes = (request: Pick<WireRequest, 'method' | 'path'>) => Match | undefined;

/** The routes to these operations. */
export function createRoutes(operations: readonly Operation[]): Routes {
  const entries = operations.map((operation) => ({
    operation,
    pattern: new RegExp(`^${operation.path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
  }));
  return ({ method, path }) => {
    for (const { operation, pattern } of entries) {
      if (operation.method !== method) continue;
      const match = pattern.exec(path);
      if (match === null) continue;
      const params = decodeAll(match.groups ?? {});
      return params === undefined ? undefined : { operation, params };
    }
    return undefined;
  };
}

function decodeAll(segments: Readonly<Record<string, string>>): Readonly<Record<string, string>> | undefined {
  try {
    return Object.fromEntries(
      Object.entries(segments).map(([name, segment]) => [name, decodeURIComponent(segment)]),
    );
  } catch {
    return undefined;
  }
}
