import type { WireAnswer } from '../../frame/marketplace.ts';
import { couriers } from '../couriers.ts';
import { json } from './answers.ts';

/** The carriers that both sites know (sheet §4.3); an item call, so without a code when it goes well. */
export function listCarriers(): WireAnswer {
  return json(200, {
    deliveryCompanies: couriers().map(({ code, name }) => ({
      deliveryCompCode: code,
      deliveryCompName: name,
    })),
  });
}
