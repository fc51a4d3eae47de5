import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import type { TestModule, Vitest } from 'vitest/node';
import { capabilitiesOf } from '../../src/http/platforms/capabilities.ts';
import { CASTS, type Cast } from './worlds/all.ts';
import './proves.ts';

/**
 * What editions promise and no test of this run has shown to work, as `<platform> <edition> <operation>`: the table in
 * docs/marketplaces.md is made of the same promises. Null where only a part of the suite was run.
 */
export function unproved(vitest: Vitest): readonly string[] | null {
  const modules = vitest.state.getTestModules().filter(({ moduleId }) => isOfSuite(moduleId));
  const ran = new Set(modules.map(({ moduleId }) => basename(moduleId)));
  const whole = testFiles().every((file) => ran.has(file));
  if (!whole || vitest.getGlobalTestNamePattern() !== undefined) return null;
  const proved = new Set(modules.flatMap(provedIn));
  return CASTS.flatMap(promisesOf).filter((promise) => !proved.has(promise));
}

function isOfSuite(file: string): boolean {
  return file.startsWith(`${import.meta.dirname}/`);
}

function testFiles(): readonly string[] {
  return readdirSync(import.meta.dirname).filter((file) => file.endsWith('.test.ts'));
}

function provedIn(module: TestModule): readonly string[] {
  return [...module.children.allTests('passed')].flatMap((test) => test.meta().proved ?? []);
}

function promisesOf({ name, marketplace, edition }: Cast): readonly string[] {
  return capabilitiesOf(marketplace, edition).map(({ operation }) => `${name} ${operation}`);
}
