import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scanLogs } from './log-watch.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'moa-scan-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the scanner finds secrets and phone numbers, and nothing else', () => {
  writeFileSync(join(folder, '1.secrets'), '"sk-very-secret"\n"A00012345"\n');
  const good =
    '{"time":1795318983050,"msg":"marketplace call","account":1,"path":"/vendors/A00012345/ordersheets",' +
    '"reqId":"b48c6f05-295c-4fe3-811b-050215575660","last":"b6ca022f-0508-4747-9544-e1c97542715c"}';
  const bad = [
    '{"msg":"signed with sk-very-secret"}',
    '{"to":"010-9876-5432"}',
    '{"to":"0502-1234-5678"}',
    '{"to":"01098765432"}',
  ];
  writeFileSync(join(folder, '1.log'), [good, ...bad, ''].join('\n'));
  const { lines, leaks } = scanLogs(folder);
  expect(lines).toBe(5);
  expect(leaks.length).toBe(bad.length);
});
