import { z } from 'zod';
import type { Contact, Person } from '../../domain/order.ts';
import { maskContact } from './masking.ts';

const personView = z.object({
  name: z.string().nullable(),
  phone: z.string().nullable(),
  safe_phone: z.string().nullable().describe('A temporary number that forwards to the person.'),
  email: z.string().nullable(),
});

/** Who bought and who receives; masked unless revealed. */
export const contactView = z
  .object({
    masked: z.boolean(),
    orderer: personView,
    receiver: personView,
    postal_code: z.string().nullable(),
    address: z.string().nullable(),
    address_detail: z.string().nullable(),
    delivery_note: z.string().nullable(),
    customs_code: z.string().nullable(),
    native: z
      .record(z.string(), z.unknown())
      .describe("The personal parts of the marketplace's document; empty while masked."),
  })
  .meta({ id: 'Contact' });

export function contactOf(contact: Contact, revealed: boolean): z.infer<typeof contactView> {
  const shown = revealed ? contact : maskContact(contact);
  return {
    masked: !revealed,
    orderer: personOf(shown.orderer),
    receiver: personOf(shown.receiver),
    postal_code: shown.postalCode,
    address: shown.address,
    address_detail: shown.addressDetail,
    delivery_note: shown.deliveryNote,
    customs_code: shown.customsCode,
    native: { ...shown.native },
  };
}

function personOf(person: Person): z.infer<typeof personView> {
  return { name: person.name, phone: person.phone, safe_phone: person.safePhone, email: person.email };
}
