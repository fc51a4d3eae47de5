import type { Localized } from '../../marketplaces/kit/localized.ts';
import type { MoveOutcome } from '../../store/stock/move.ts';
import type { ProblemCode } from '../problems/catalogue.ts';
import { problemDetail } from '../problems/sentences.ts';

type Refusal = Extract<MoveOutcome, { readonly kind: 'refused' }>;

/** Why a movement was not made, for people. */
export function moveProblem(refusal: Refusal): { readonly code: ProblemCode; readonly detail: Localized } {
  if (refusal.because !== 'not_enough')
    return { code: refusal.because, detail: problemDetail(refusal.because) };
  const { onHand } = refusal;
  return {
    code: 'not_enough_stock',
    detail: {
      ko: `그곳에는 ${onHand}개뿐이라 그만큼 뺄 수 없습니다. 실제로 센 수량이 있으면 실사(count)로 넣으세요.`,
      en: `Only ${onHand} lie there, so as many cannot be taken away. If you have counted them, send what you counted as a count.`,
      ru: `Там лежит только ${onHand}, столько убрать нельзя. Если вы пересчитали товар, введите это как пересчёт.`,
      uz: `U yerda faqat ${onHand} dona bor, shuncha olib bo‘lmaydi. Sanagan bo‘lsangiz, uni sanoq sifatida kiriting.`,
    },
  };
}
