import { expect, it } from 'vitest';
import { readPage } from './read-page.ts';
import { sampleBox } from './test-sample.ts';

it('reads the text of a page, and sets aside a row that breaks the contract', () => {
  const text = JSON.stringify({ code: 200, data: [sampleBox(), { orderId: 1 }], nextToken: '' });
  expect(readPage(text).map(({ kind }) => kind)).toEqual(['order', 'unreadable']);
});
