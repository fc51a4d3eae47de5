import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AfterContact, afterContact, type Contact, type Gravity, type Health } from './health.ts';

const START = new Date('2026-11-22T00:00:00Z');
const FRESH: Health = {
  state: 'unchecked',
  since: START,
  failures: 0,
  failingSince: null,
  lastGoodAt: null,
  alarmed: false,
};

const at = (seconds: number) => new Date(START.getTime() + seconds * 1000);
const good = (seconds: number): Contact => ({ kind: 'good', at: at(seconds) });
const bad = (gravity: Gravity, seconds: number, met: 'reading' | 'writing' = 'reading'): Contact => ({
  kind: 'trouble',
  at: at(seconds),
  gravity,
  met,
});

function walk(contacts: readonly Contact[], from = FRESH): readonly AfterContact[] {
  const steps: AfterContact[] = [];
  let health = from;
  for (const contact of contacts) {
    const step = afterContact(health, contact);
    steps.push(step);
    health = step.health;
  }
  return steps;
}

const words = (contacts: readonly Contact[]) => walk(contacts).map(({ word }) => word);
const states = (contacts: readonly Contact[]) => walk(contacts).map(({ health }) => health.state);

describe('health', () => {
  it('takes what a person must mend seriously at once', () => {
    expect(words([good(0), bad('person', 60), bad('person', 180)])).toEqual([null, 'unhealthy', null]);
  });

  it('lets one blip pass, and two close together', () => {
    const contacts = [good(0), bad('passing', 10), bad('passing', 25), good(40)];
    expect(words(contacts)).toEqual([null, null, null, null]);
    expect(states(contacts)).toEqual(['healthy', 'degraded', 'degraded', 'healthy']);
  });

  it('counts a third failure in a row, and a minute without a good contact', () => {
    expect(words([bad('passing', 0), bad('passing', 5), bad('passing', 10)])).toEqual([
      null,
      null,
      'unhealthy',
    ]);
    expect(words([bad('passing', 0), bad('passing', 59)])).toEqual([null, null]);
    expect(words([bad('passing', 0), bad('passing', 60)])).toEqual([null, 'unhealthy']);
  });

  it('waits ten minutes for a limit to open again', () => {
    const seconds = [0, 120, 240, 360, 599];
    expect(words(seconds.map((second) => bad('limit', second)))).toEqual(seconds.map(() => null));
    expect(words([bad('limit', 0), bad('limit', 600)])).toEqual([null, 'unhealthy']);
  });

  it('raises no alarm about what the seller switched off, however long', () => {
    const contacts = [0, 60, 120, 86_400].map((second) => bad('chosen', second));
    expect(words(contacts)).toEqual([null, null, null, null]);
    expect(states(contacts)).toEqual(['degraded', 'degraded', 'degraded', 'degraded']);
    expect(words([...contacts, bad('passing', 86_410)]).at(-1)).toBeNull();
  });

  it('leaves the verdict on a failed write to the next reading', () => {
    const write = bad('person', 0, 'writing');
    expect(states([good(0), write, good(60)])).toEqual(['healthy', 'degraded', 'healthy']);
    expect(words([good(0), write, bad('person', 60)])).toEqual([null, null, 'unhealthy']);
  });

  it('tells of a recovery also when settings were changed in between', () => {
    const broken = walk([good(0), bad('person', 60)]).at(-1)?.health ?? FRESH;
    const changed: Health = { ...broken, state: 'unchecked', failures: 0, failingSince: null };
    expect(afterContact(changed, good(120)).word).toBe('recovered');
    expect(afterContact(changed, bad('person', 120))).toMatchObject({
      word: null,
      health: { state: 'unhealthy' },
    });
  });

  it('knows since when', () => {
    const [, first, second] = walk([good(0), bad('passing', 30), bad('passing', 95)]);
    expect(first?.health).toMatchObject({ state: 'degraded', since: at(30), failingSince: at(30) });
    expect(second?.health).toMatchObject({
      state: 'unhealthy',
      since: at(95),
      failingSince: at(30),
      lastGoodAt: at(0),
    });
  });
});

describe('health, whatever happens', () => {
  const contact = fc.record({
    after: fc.integer({ min: 0, max: 900 }),
    gravity: fc.constantFrom<Gravity | null>(null, 'person', 'passing', 'limit', 'chosen'),
    met: fc.constantFrom('reading', 'writing'),
  });
  const history = fc.array(contact, { maxLength: 60 }).map((steps) => {
    let second = 0;
    return steps.map(({ after, gravity, met }): Contact => {
      second += after;
      return gravity === null ? good(second) : bad(gravity, second, met);
    });
  });

  it('the two words alternate, and stand at the turns', () => {
    fc.assert(
      fc.property(history, (contacts) => {
        const steps = walk(contacts);
        const told = steps.flatMap(({ word }) => (word === null ? [] : [word]));
        expect(told).toEqual(told.map((_, n) => (n % 2 === 0 ? 'unhealthy' : 'recovered')));
        let before: Health = FRESH;
        for (const { health, word } of steps) {
          expect(word === 'unhealthy').toBe(health.state === 'unhealthy' && before.state !== 'unhealthy');
          expect(word === 'recovered').toBe(before.state === 'unhealthy' && health.state === 'healthy');
          before = health;
        }
      }),
    );
  });

  it('a good contact makes it healthy, and nothing else does', () => {
    fc.assert(
      fc.property(history, (contacts) => {
        for (const [n, { health }] of walk(contacts).entries()) {
          expect(health.state === 'healthy').toBe(contacts[n]?.kind === 'good');
        }
      }),
    );
  });

  it('only readings that failed make it unhealthy', () => {
    fc.assert(
      fc.property(history, (contacts) => {
        const harmless = contacts.filter(
          (one) => one.kind === 'good' || one.met === 'writing' || one.gravity === 'chosen',
        );
        expect(states(harmless)).not.toContain('unhealthy');
      }),
    );
  });
});
