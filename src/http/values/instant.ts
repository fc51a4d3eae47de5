import { z } from 'zod';

/** A moment in an answer: ISO 8601 in UTC. */
export const instant = z.iso.datetime();

export function instantOrNull(at: Date | null): string | null {
  return at === null ? null : at.toISOString();
}
