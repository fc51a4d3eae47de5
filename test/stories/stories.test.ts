import { afterAll, beforeAll, describe, test } from 'vitest';
import type { DatabaseKind } from '../harness/databases.ts';
import { cancelApproved } from './cancel-approved.ts';
import { cancelRefused } from './cancel-refused.ts';
import { claimWithdrawn } from './claim-withdrawn.ts';
import { exchange } from './exchange.ts';
import { normalSale } from './normal-sale.ts';
import { returnOfDefect } from './return-of-defect.ts';
import { returnWithFee } from './return-with-fee.ts';
import { sellerCancel } from './seller-cancel.ts';
import { splitShipment } from './split-shipment.ts';
import { CASTS, type Cast, openStage, type Stage } from './stage.ts';
import type { Story } from './story.ts';
import { wrongInvoice } from './wrong-invoice.ts';

const STORIES: readonly Story[] = [
  normalSale,
  cancelApproved,
  cancelRefused,
  returnWithFee,
  returnOfDefect,
  exchange,
  claimWithdrawn,
  splitShipment,
  wrongInvoice,
  sellerCancel,
];

const STAGES: readonly (readonly [DatabaseKind, readonly Cast[]])[] = [
  ['PostgreSQL', CASTS],
  ['PGlite', CASTS.slice(0, 1)],
];

describe.each(STAGES)('over REST only, and the marketplace agrees, on %s', (database, casts) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(database, casts);
  });
  afterAll(() => stage.close());

  // Stories of one kind are played side by side: most of the time of each is waiting for the marketplace.
  describe.each(STORIES.map(({ title, play }) => [title, play] as const))('%s', (_title, play) => {
    test.concurrent.each(casts)('at $platform, edition $edition', { timeout: 180_000 }, (cast) =>
      play(stage.scene(cast)),
    );
  });
});
