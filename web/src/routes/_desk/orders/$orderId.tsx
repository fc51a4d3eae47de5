import { createFileRoute, notFound } from '@tanstack/react-router';
import { carrierWords } from '../../../desk/carriers/carrier-words.ts';
import { commandWords } from '../../../desk/commands/command-words.ts';
import { contactWords } from '../../../desk/contact/contact-words.ts';
import { deskWords } from '../../../desk/desk-words.ts';
import { deedWords } from '../../../pages/orders/deeds/deed-words.ts';
import { OrderPage } from '../../../pages/orders/order-page.tsx';
import { orderWords } from '../../../pages/orders/order-words.ts';

export const Route = createFileRoute('/_desk/orders/$orderId')({
  params: {
    parse: ({ orderId }) => {
      if (!/^\d{1,15}$/.test(orderId)) throw notFound();
      return { orderId };
    },
  },
  loader: () =>
    Promise.all([
      deskWords.load(),
      contactWords.load(),
      orderWords.load(),
      carrierWords.load(),
      commandWords.load(),
      deedWords.load(),
    ]),
  component: OpenOrder,
});

/** Each order has a page of its own: a contact that was shown is not carried over to the next. */
function OpenOrder() {
  const { orderId } = Route.useParams();
  return <OrderPage key={orderId} id={Number(orderId)} />;
}
