import { IntegrationError } from "@org/integrations/error";
import type { Payments } from "@org/integrations/payments/port";
import type { MohallaMartStores, NewCheckout } from "@org/stores/mohallamart/port";
import { toBaskets } from "../cart/baskets.ts";
import type { RequestedOrder } from "./order-form.ts";
import { PriceChangedError, type Refusable } from "./refusals.ts";

export interface StartPaymentPorts
  extends Pick<MohallaMartStores, "checkouts" | "orders" | "products" | "shops"> {
  payments: Payments;
  log: { error(entry: object, message: string): void };
  /** Milliseconds since 1970; default: the clock. */
  now?: () => number;
}

/** As long as Razorpay repeats a notice that was not taken, so that an outage of ours loses no order. */
const lifetime = 24 * 60 * 60_000;

/**
 * Makes an order ready to be paid on the vendor's page. Nothing is ordered or reserved yet; what could not be ordered right
 * now is refused, so that nobody pays for it.
 * @returns a refusal in words for the customer.
 */
export async function startPayment(
  ports: StartPaymentPorts,
  order: RequestedOrder & Pick<NewCheckout, "visitId">,
): Promise<Refusable<object>> {
  const { checkouts, orders, payments, log, now = Date.now } = ports;
  const { orderId, total } = order;
  if (await orders.payment(orderId)) return {};
  const refusal = await whyNot(ports, order);
  if (refusal !== undefined) return { refusal };
  try {
    const { id: paymentOrderId } = await payments.createOrder({ orderId, amount: total });
    const expiresAt = new Date(now() + lifetime).toISOString();
    await checkouts.open({ ...order, paymentOrderId, expiresAt });
    return {};
  } catch (error) {
    if (!(error instanceof IntegrationError) || error.port !== "payments") throw error;
    log.error({ error, orderId }, "a payment could not be started");
    return { refusal: notNow };
  }
}

export const notNow =
  "Online payment is not possible at the moment, and nothing was ordered. Pay in cash, or try again in a few minutes.";

async function whyNot(
  { products, shops }: StartPaymentPorts,
  { shopId, items, total }: RequestedOrder,
): Promise<string | undefined> {
  const [shop, sold] = await Promise.all([shops.get(shopId), products.list({ shopId })]);
  const { baskets, gone } = toBaskets(items, shop ? [shop] : [], sold);
  const [basket] = baskets;
  if (!basket || gone.length > 0) {
    return "Something in your order is no longer sold by this shop. Open your cart and check out again.";
  }
  const problems = basket.lines.flatMap(({ product, problem }) =>
    problem ? [`${product.name}: ${problem}`] : [],
  );
  if (problems.length > 0) return problems.join(" ");
  return basket.total === total ? undefined : new PriceChangedError(total, basket.total).message;
}
