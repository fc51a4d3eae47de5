import { describe, expect, test } from 'vitest';
import { sqlJson } from './sql-json.ts';

describe('JSON for the database', () => {
  test('replaces what no text column can hold', () => {
    expect(JSON.parse(sqlJson({ name: 'a\u0000b', note: ['😀'.slice(0, 1), '😀'.slice(1)] }))).toEqual({
      name: 'a\ufffdb',
      note: ['\ufffd', '\ufffd'],
    });
  });

  test.each(['김"별"하늘 \\ 🌸', 'a backslash and u: \\u0000', '\\\\ud83d', '\n\t\u0001'])(
    'leaves %j alone',
    (text) => {
      expect(JSON.parse(sqlJson([text]))).toEqual([text]);
    },
  );

  test('sees the character behind a backslash', () => {
    expect(JSON.parse(sqlJson('\\\u0000'))).toBe('\\\ufffd');
  });
});
