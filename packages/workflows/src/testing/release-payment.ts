import { paymentReleased } from "@org/events/mohallamart/payment-released";
import { asha, payFor } from "./place-order.ts";
import type { TestBench } from "./test-bench.ts";

export const soldOut = "Basmati Rice is sold out.";

/** Asha pays for an order whose goods are gone by then, and the web app refuses it. @returns the payment. */
export async function releasePayment(
  bench: TestBench,
  { orderId = "ord_1", refusal = soldOut }: { orderId?: string; refusal?: string } = {},
): Promise<{ paymentId: string }> {
  const { checkouts } = bench.mohallaMart;
  const [product] = bench.products;
  if (!product) throw new Error("The demo data has no product.");
  const { productId, shopId, price: total } = product;
  const paymentId = await payFor(bench, { orderId, amount: total });
  const { name, email, phone } = asha;
  await checkouts.open({
    orderId,
    shopId,
    total,
    items: [{ productId, quantity: 1 }],
    customer: { name, email, phone },
    paymentOrderId: `order_of_${orderId}`,
    expiresAt: "2100-01-01T00:00:00.000Z",
  });
  await checkouts.refuse(orderId, refusal, {
    paymentId,
    emit: ({ amount }) => [paymentReleased.create({ orderId, paymentId, amount })],
  });
  return { paymentId };
}
