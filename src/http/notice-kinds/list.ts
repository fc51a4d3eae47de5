import { z } from 'zod';
import { NOTICE_FACTS } from '../../domain/notice-facts.ts';
import { NOTICE_KINDS } from '../../domain/notice-kinds.ts';
import type { Endpoint } from '../context.ts';
import { problemAnswers } from '../problems/answers.ts';
import { localized } from '../values/localized.ts';

const noticeKind = z
  .object({
    code: z.enum(NOTICE_KINDS.map(({ code }) => code)).describe('For `notice.kind` of a product.'),
    names: localized,
    other_names: z.array(z.string()).describe('What marketplaces and older versions of the law call it.'),
    facts: z
      .array(z.string())
      .describe('For `notice.facts` of a product, in Korean as the law names them. None for services.'),
  })
  .meta({ id: 'NoticeKind' });

const answer = z.object({ notice_kinds: z.array(noticeKind) });

/** `GET /notice-kinds`: what the statutory notice of product facts (상품정보제공고시) tells of each kind of goods. */
export const listNoticeKinds: Endpoint = (api) => {
  api.get('/notice-kinds', {
    schema: {
      operationId: 'listNoticeKinds',
      summary: 'Kinds of goods of the statutory notice, with the facts of each',
      tags: ['products'],
      response: { 200: answer, ...problemAnswers() },
    },
    handler: () => ({
      notice_kinds: NOTICE_KINDS.map(({ code, names, also }) => ({
        code,
        names,
        other_names: [...also],
        facts: [...(NOTICE_FACTS[code] ?? [])],
      })),
    }),
  });
};
