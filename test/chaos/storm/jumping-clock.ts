import { readFileSync } from 'node:fs';

/**
 * Preloaded into a worker: its machine's clock is ahead of real time by what stands in a file, in milliseconds, and
 * jumps whenever the file is rewritten.
 */
const file = process.env.MOA_CHAOS_CLOCK;
const LOOK_EVERY_MS = 100;

let aheadMs = 0;
const look = () => {
  if (file === undefined) return;
  try {
    aheadMs = Number(readFileSync(file, 'utf8')) || 0;
  } catch {
    // Between two writes the file may be missing.
  }
};
look();
setInterval(look, LOOK_EVERY_MS).unref();

const RealDate = Date;
globalThis.Date = new Proxy(RealDate, {
  construct(target, args: unknown[], made) {
    return Reflect.construct(target, args.length === 0 ? [RealDate.now() + aheadMs] : args, made);
  },
  apply: () => new RealDate(RealDate.now() + aheadMs).toString(),
  get(target, key) {
    if (key === 'now') return () => RealDate.now() + aheadMs;
    return Reflect.get(target, key);
  },
});
