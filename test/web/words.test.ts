import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { AUDIT_AREAS } from '../../src/store/audit.ts';

const WEB = join(import.meta.dirname, '..', '..', 'web', 'src');
const LANGUAGES = ['ko', 'en', 'ru', 'uz'] as const;

const words = z.record(z.string(), z.union([z.string(), z.record(z.string(), z.string())]));

const rooms = readdirSync(WEB, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('words/ko.json'))
  .map(dirname);

/** Words by key; those of a group with the group's name before theirs. */
function wordsOf(room: string, language: string): ReadonlyMap<string, string> {
  const read = words.parse(JSON.parse(readFileSync(join(WEB, room, `${language}.json`), 'utf8')));
  return new Map(
    Object.entries(read).flatMap(([key, value]): readonly (readonly [string, string])[] =>
      typeof value === 'string'
        ? [[key, value]]
        : Object.entries(value).map(([code, text]) => [`${key}.${code}`, text]),
    ),
  );
}

/** Names that a message is given: `{count}`, `{count, plural, …}`. */
function namesIn(message: string): readonly string[] {
  return [...new Set([...message.matchAll(/\{(\w+)\s*[,}]/g)].map(([, name]) => name ?? ''))].sort();
}

test('there are rooms with words', () => {
  expect(rooms.length).toBeGreaterThan(4);
});

describe.each(rooms)('web/src/%s', (room) => {
  const korean = wordsOf(room, 'ko');

  test.each(LANGUAGES)('says everything in %s, and nothing else', (language) => {
    const said = wordsOf(room, language);
    expect([...said.keys()].sort()).toEqual([...korean.keys()].sort());
    expect([...said].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  test.each(LANGUAGES)('names the same values in %s', (language) => {
    const said = wordsOf(room, language);
    const differing = [...korean].filter(
      ([key, text]) => namesIn(text).join() !== namesIn(said.get(key) ?? '').join(),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  test('has every plural that Russian needs', () => {
    const plurals = [...wordsOf(room, 'ru')].filter(([, text]) => text.includes(', plural,'));
    const lacking = plurals.filter(
      ([, text]) => !['one {', 'few {', 'many {', 'other {'].every((form) => text.includes(form)),
    );
    expect(lacking.map(([key]) => key)).toEqual([]);
  });
});

test('everything that the audit trail tells of has a name', () => {
  const said = wordsOf('pages/settings/words', 'ko');
  expect(AUDIT_AREAS.filter((area) => !said.has(`auditArea.${area}`))).toEqual([]);
});
