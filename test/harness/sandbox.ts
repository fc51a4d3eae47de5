import { coupangMarketplace } from '../../sandbox/coupang/marketplace.ts';
import { elevenStreetMarketplace } from '../../sandbox/eleventh-street/marketplace.ts';
import { esmMarketplace } from '../../sandbox/esm/marketplace.ts';
import { startSandbox } from '../../sandbox/frame/server.ts';
import { naverMarketplace } from '../../sandbox/naver/marketplace.ts';
import { controlOf, type SandboxControl } from './sandbox-control.ts';

/** Starts a sandbox with every marketplace inside this process. */
export async function newSandbox(): Promise<SandboxControl & { close(): Promise<void> }> {
  const sandbox = await startSandbox({
    marketplaces: [naverMarketplace(), coupangMarketplace(), elevenStreetMarketplace(), esmMarketplace()],
  });
  return { ...controlOf(sandbox.url), close: () => sandbox.close() };
}
