import { expect, test } from 'vitest';
import { oneAtATime } from './one-at-a-time.ts';

test('calls about one product follow each other, those about others do not wait', async () => {
  const inTurn = oneAtATime();
  const told: string[] = [];
  const gate = Promise.withResolvers<void>();
  const first = inTurn('1', async () => {
    told.push('first begins');
    await gate.promise;
    told.push('first ends');
    throw new Error('refused');
  });
  const second = inTurn('1', async () => told.push('second'));
  await inTurn('2', async () => told.push('other'));
  gate.resolve();
  await expect(first).rejects.toThrow('refused');
  await second;
  expect(told).toEqual(['first begins', 'other', 'first ends', 'second']);
});
