import { startSandboxProcess } from './sandbox-process.ts';
import { untilStopped } from './until-stopped.ts';

/** `moa sandbox`: the stand-in marketplaces alone, for programs that talk to them directly. */
export async function sandbox(options: { port: string }): Promise<void> {
  const port = Number(options.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('--port must be a port number');
  const running = await startSandboxProcess(port, null);
  console.log(`Sandbox on ${running.url}  (control: ${running.url}/_control)`);
  await untilStopped(running.stop);
}
