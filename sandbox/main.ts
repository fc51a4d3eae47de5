import { parseArgs } from 'node:util';
import { coupangMarketplace } from './coupang/marketplace.ts';
import { startSandbox } from './frame/server.ts';
import { naverMarketplace } from './naver/marketplace.ts';

const { values } = parseArgs({
  options: { port: { type: 'string', default: '0' }, host: { type: 'string', default: '127.0.0.1' } },
});

const sandbox = await startSandbox({
  port: Number(values.port),
  host: values.host,
  marketplaces: [coupangMarketplace(), naverMarketplace()],
});
process.send?.({ url: sandbox.url });

const stop = () => {
  sandbox.close().then(() => process.exit(0));
};
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
// Whoever started this sandbox is gone.
process.once('disconnect', stop);
