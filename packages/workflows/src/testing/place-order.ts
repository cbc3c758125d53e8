import { orderCancelled } from "@org/events/mohallamart/order-cancelled";
import { orderCreated } from "@org/events/mohallamart/order-created";
import { payAtCheckout } from "@org/local-stack";
import { demoAddress } from "@org/stores/demo-data/mohallamart";
import type { NewOrder, PlacedOrder } from "@org/stores/mohallamart/port";
import type { TestBench } from "./test-bench.ts";

export const asha = {
  userId: "user_asha",
  name: "Asha Rao",
  email: "asha@example.com",
  phone: "+919876543210",
};

/** Orders as the storefront does: the order and its event in one write. */
export function placeOrder(bench: TestBench, order: Partial<NewOrder> = {}): Promise<PlacedOrder> {
  const product = firstProduct(bench);
  return bench.mohallaMart.orders.place(
    {
      orderId: "ord_1",
      shopId: product.shopId,
      customer: asha,
      items: [{ productId: product.productId, quantity: 2 }],
      payment: "cash",
      address: demoAddress,
      ...order,
    },
    {
      emit: ({ orderId, userId, shopId, items, total, payment, paymentId }) => [
        orderCreated.create({
          orderId,
          userId,
          shopId,
          items,
          total,
          payment,
          ...(paymentId === undefined ? {} : { paymentId }),
        }),
      ],
    },
  );
}

export interface PrepaidOrder {
  orderId?: string;
  quantity?: number;
  /** What was paid; the order's total unless given. */
  amount?: number;
}

/** Orders as the storefront does when the customer pays first: on the vendor's page, then the order with its payment. */
export async function placePrepaidOrder(
  bench: TestBench,
  { orderId = "ord_1", quantity = 2, amount }: PrepaidOrder = {},
): Promise<PlacedOrder & { paymentId: string }> {
  const product = firstProduct(bench);
  const paymentId = await payFor(bench, { orderId, amount: amount ?? product.price * quantity });
  const items = [{ productId: product.productId, quantity }];
  return { ...(await placeOrder(bench, { orderId, items, payment: "prepaid", paymentId })), paymentId };
}

/** @returns the id of a payment that is authorised and not captured yet. */
export async function payFor(
  { payments }: TestBench,
  order: { orderId: string; amount: number },
): Promise<string> {
  const pages = { returnUrl: "https://mohallamart.test/paid", cancelUrl: "https://mohallamart.test/cart" };
  const form = payments.checkout(await payments.createOrder(order), { shop: "MohallaMart", ...pages });
  return (await payAtCheckout(form)).razorpay_payment_id ?? "";
}

/** Cancels an order as the order page does for the customer. */
export function cancel({ mohallaMart }: TestBench, orderId: string): Promise<boolean> {
  return mohallaMart.orders.cancel(orderId, {
    emit: [orderCancelled.create({ orderId, cancelledBy: "customer", reason: "changed-mind" })],
  });
}

function firstProduct({ products }: TestBench) {
  const [product] = products;
  if (!product) throw new Error("The demo data has no product.");
  return product;
}

/** Orders every piece of a product. */
export async function buyAll(bench: TestBench): Promise<void> {
  const { productId, shopId, stock } = firstProduct(bench);
  await placeOrder(bench, { shopId, items: [{ productId, quantity: stock }] });
}

/** Everyone who keeps the first product's shop gets what takes notifications. */
export async function giveShopkeepersDevices(bench: TestBench): Promise<void> {
  const { shopId } = firstProduct(bench);
  for (const { shopkeeperId } of await bench.mohallaMart.shopkeepers.list({ shopId })) {
    await bench.subscribeDevice(shopkeeperId);
  }
}
