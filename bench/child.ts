import { fork } from 'node:child_process';
import { join } from 'node:path';

/** Runs one measurement in a process of its own, so that its memory is its own, and answers what it reports. */
export function inChild(script: string, args: Readonly<Record<string, unknown>>): Promise<unknown> {
  const child = fork(join(import.meta.dirname, script), [JSON.stringify(args)], { stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    let report: unknown;
    child.on('message', (message) => {
      report = message;
    });
    child.once('exit', (code) => {
      if (code === 0 && report !== undefined) resolve(report);
      else
        reject(
          new Error(`${script} ended with code ${code} and ${report === undefined ? 'no' : 'a'} report`),
        );
    });
  });
}

/** Samples this process's resident memory until stopped; answers the peak in MB. */
export function watchMemory(): () => number {
  let peak = 0;
  const look = () => {
    peak = Math.max(peak, process.memoryUsage.rss());
  };
  const timer = setInterval(look, 50);
  return () => {
    clearInterval(timer);
    look();
    return Math.round(peak / 1024 / 1024);
  };
}
