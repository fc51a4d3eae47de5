import { parseArgs } from 'node:util';
import { coupangMarketplace } from './coupang/marketplace.ts';
import { elevenStreetMarketplace } from './eleventh-street/marketplace.ts';
import { esmMarketplace } from './esm/marketplace.ts';
import { withDiary } from './frame/diary.ts';
import { startSandbox } from './frame/server.ts';
import { naverMarketplace } from './naver/marketplace.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    host: { type: 'string', default: '127.0.0.1' },
    /** A file in which the marketplaces keep what happens to them, to find it again at the next start. */
    diary: { type: 'string' },
  },
});

const { diary } = values;
const marketplaces = [naverMarketplace(), coupangMarketplace(), elevenStreetMarketplace(), esmMarketplace()];
const sandbox = await startSandbox({
  port: Number(values.port),
  host: values.host,
  marketplaces: diary === undefined ? marketplaces : marketplaces.map((one) => withDiary(one, diary)),
});
process.send?.({ url: sandbox.url });

const stop = () => {
  sandbox.close().then(() => process.exit(0));
};
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
// Whoever started this sandbox is gone.
process.once('disconnect', stop);
