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
        goods,
        // Named as the lines of orders are: the goods, then the option by its code or else its value.
        ...options.map(({ stockNo, value }) => goods.map((name) => `${name}:${stockNo ?? value}`)),
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

/** Prices are not looked at here: a price that is off must not stop a buyer whom the site let in. */
function onHand(left: number): OnHand {
  return { left, priceIsRight: true };
}
