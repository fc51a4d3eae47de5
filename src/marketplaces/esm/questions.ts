import type { QuestionsPort, StockQuestion } from '../kit/hooks.ts';
import { type OnHand, readStockQuestion, stockAnswer } from './stock-check.ts';

/** The real-time stock check of both sites, which hangs on an address that ESM enters for the seller (sheet §3.9). */
export const QUESTIONS: QuestionsPort = {
  contentType: 'application/xml; charset=utf-8',
  stockQuestionIn(body): StockQuestion {
    const question = readStockQuestion(body.toString('utf8'));
    const { siteGoodsNo, sellerCode, quantity, options } = question;
    const goods = siteGoodsNo === null ? [sellerCode] : [siteGoodsNo, sellerCode];
    return {
      things: [
        { names: goods, sellerCode, option: null },
        ...options.map(({ stockNo, name, value }) => ({
          names: optionNames(goods, stockNo, name, value),
          sellerCode,
          option: { code: stockNo, value },
        })),
      ],
      answer([left = null, ...ofOptions]) {
        const whole = onHand(left ?? quantity);
        return stockAnswer(
          question,
          whole,
          ofOptions.map((one) => (one === null ? whole : onHand(one))),
        );
      },
    };
  },
};

/** Named as items are: the goods, then the option by its code or else its wording. */
function optionNames(
  goods: readonly string[],
  code: string | null,
  name: string,
  value: string,
): readonly string[] {
  const keys = code === null ? [`${name}:${value}`, value] : [code];
  return goods.flatMap((one) => keys.map((key) => `${one}:${key}`));
}

/** Prices are not looked at here: a price that is off must not stop a buyer whom the site let in. */
function onHand(left: number): OnHand {
  return { left, priceIsRight: true };
}
