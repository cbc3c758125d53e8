import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { PaymentForm } from "#src/checkout/payment-form.tsx";
import { NoOrder, PaymentWaiting } from "#src/checkout/payment-outcome.tsx";
import { checkoutWords } from "#src/checkout/words.ts";
import { currentWords } from "#src/language/current-words.ts";
import { mayOpenCheckout } from "#src/orders/order-reader.ts";
import { mohallaMart } from "#src/stores.ts";
import { payments } from "#src/vendors.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await currentWords(checkoutWords)).say("payPage"), robots: { index: false } };
}

/** The last page before the payment, and the first one after it when there is no order yet. */
export default async function PayPage({ params, searchParams }: PageProps<"/checkout/[shopId]/[orderId]">) {
  const { shopId, orderId } = await params;
  const { payment: outcome } = await searchParams;
  if (!(await mayOpenCheckout(orderId))) notFound();
  const { checkouts, orders, shops } = mohallaMart();
  const [checkout, order, shop] = await Promise.all([
    checkouts.get(orderId),
    orders.payment(orderId),
    shops.get(shopId),
  ]);
  if (order) redirect(`/orders/${orderId}`);
  const vendor = payments();
  if (!vendor || !shop || checkout?.shopId !== shopId) notFound();
  return (
    <div className="page narrow">
      {checkout.status === "refused" && <NoOrder refusal={checkout.refusal} total={checkout.total} />}
      {checkout.status === "open" && outcome === "waiting" && <PaymentWaiting checkout={checkout} />}
      {checkout.status === "open" && outcome !== "waiting" && (
        <PaymentForm payments={vendor} checkout={checkout} shop={shop} declined={outcome === "declined"} />
      )}
    </div>
  );
}
