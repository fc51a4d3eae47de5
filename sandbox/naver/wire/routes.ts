import type { WireRequest } from '../../frame/marketplace.ts';
import type { Operation } from './operation.ts';

/** An operation together with the id its path carries, or the empty string. */
export interface Route<O extends Routed = Operation> {
  readonly operation: O;
  readonly pathId: string;
}

/** What an operation is found by; `{id}` stands for one path segment. */
type Routed = Pick<Operation, 'path'> & { readonly method: string };

/** Finds operations by method and path; a wrong method is a wrong path to this gateway (sheet §5.2). */
export function createRouter<O extends Routed>(
  operations: readonly O[],
): (request: WireRequest) => Route<O> | undefined {
  const routes = operations.map((operation) => ({
    operation,
    pattern: new RegExp(`^${operation.path.replace('{id}', '([^/]+)')}$`),
  }));
  return ({ method, path }) => {
    for (const { operation, pattern } of routes) {
      const match = operation.method === method ? pattern.exec(path) : null;
      if (match !== null) return { operation, pathId: decode(match[1] ?? '') };
    }
    return undefined;
  };
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
