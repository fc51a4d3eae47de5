import { setTimeout as pause } from 'node:timers/promises';

/** Asks again until the answer is there; the test's own time-out is the limit. */
export async function until<Answer>(ask: () => Promise<Answer | undefined | false>): Promise<Answer> {
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    await pause(50);
  }
}
