import { z } from 'zod';
import type { CredentialField } from '../../kit/credential-field.ts';

/** What the guide's token request needs: id and secret, in whatever form the gateway gives them (guide §1.2). */
export const CREDENTIALS: readonly CredentialField[] = [
  {
    name: 'client_id',
    label: { ko: '애플리케이션 ID', en: 'Application ID', ru: 'ID приложения', uz: 'Ilova ID' },
    where: {
      ko: '커머스API센터(apicenter.commerce.naver.com)나 사용하는 게이트웨이에서 받은 APPLICATION_ID입니다.',
      en: 'The APPLICATION_ID given by the Commerce API Center (apicenter.commerce.naver.com) or by your gateway.',
      ru: 'APPLICATION_ID, полученный в Commerce API Center (apicenter.commerce.naver.com) или от вашего шлюза.',
      uz: 'Commerce API Center (apicenter.commerce.naver.com) yoki shlyuzingiz bergan APPLICATION_ID.',
    },
    secret: false,
    required: true,
    schema: z.string().trim().min(1),
  },
  {
    name: 'client_secret',
    label: { ko: '애플리케이션 시크릿', en: 'Application secret', ru: 'Секрет приложения', uz: 'Ilova siri' },
    where: {
      ko: '애플리케이션 ID와 함께 받은 APPLICATION_SECRET입니다. 그대로 전송되므로 믿을 수 있는 주소에만 사용하세요.',
      en: 'The APPLICATION_SECRET that came with the ID. It is sent as it is: use it only with an address you trust.',
      ru: 'APPLICATION_SECRET, полученный вместе с ID. Он передаётся как есть: используйте его только с адресом, которому доверяете.',
      uz: 'ID bilan birga olingan APPLICATION_SECRET. U o‘z holicha yuboriladi: faqat ishonchli manzil bilan ishlating.',
    },
    secret: true,
    required: true,
    schema: z.string().trim().min(1),
  },
  {
    name: 'refresh_token',
    label: {
      ko: '리프레시 토큰 (사용 안 함)',
      en: 'Refresh token (not used)',
      ru: 'Токен обновления (не используется)',
      uz: 'Yangilash tokeni (ishlatilmaydi)',
    },
    where: {
      ko: '가이드의 토큰 발급에는 리프레시 토큰이 쓰이지 않습니다. 비워 두세요.',
      en: 'No token request of the guide takes one: leave it empty.',
      ru: 'Запросы токена по руководству его не используют: оставьте поле пустым.',
      uz: 'Qo‘llanma bo‘yicha token so‘rovlari uni ishlatmaydi: bo‘sh qoldiring.',
    },
    secret: true,
    required: false,
    schema: z.string().trim(),
  },
];
