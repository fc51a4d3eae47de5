import type { WireRequest } from '../../frame/marketplace.ts';
import type { Operation } from './call.ts';

/** An operation that matches a request, with what its placeholders stand for. */
export interface Match {
  readonly operation: Operation;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
}

/** Finds the operation a request asks for; undefined if method and path match none. */
export type Specification = (request: WireRequest) => Match | undefined;

/** The API specification made of these operations; of those that share a path, the first whose query matches is meant. */
export function createSpecification(operations: readonly Operation[]): Specification {
  const entries = operations.map((operation) => ({ operation, pattern: patternOf(operation.path) }));
  return ({ method, path, query }) => {
    const parsed = new URLSearchParams(query);
    for (const { operation, pattern } of entries) {
      if (!operation.methods.includes(method)) continue;
      const match = pattern.exec(path);
      if (match === null || operation.asks?.(parsed) === false) continue;
      return { operation, params: match.groups ?? {}, query: parsed };
    }
    return undefined;
  };
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);
}
