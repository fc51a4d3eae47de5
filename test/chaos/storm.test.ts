import { expect, test } from 'vitest';
import { newServerDatabase } from '../harness/databases.ts';
import { runStorm } from './storm/storm.ts';

test('three workers in a storm lose nothing, double nothing and break no limit', {
  timeout: 400_000,
}, async () => {
  const report = await runStorm({
    seed: 261_124,
    kills: 5,
    faults: 80,
    workers: 3,
    shopsPerPlatform: 1,
    ordersPerShop: 60,
    databaseUrl: await newServerDatabase(),
    say: () => {},
  });
  console.log(`storm: ${JSON.stringify(report)}`);
  expect(report.differences).toEqual([]);
  expect(report.registeredTwice).toEqual([]);
  expect(report).toMatchObject({ hanging: 0, limitBreaches: 0, exits: [0, 0, 0] });
  expect(report.shipped).toBeGreaterThan(0);
});
