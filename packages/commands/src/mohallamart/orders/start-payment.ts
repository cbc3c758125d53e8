import type { Payments } from "@org/integrations/payments/port";
import type { Checkouts, Orders, Products, Shops } from "@org/stores/mohallamart/port";
import type { Outcome, Refusal } from "../../outcome.ts";
import { isFailure } from "../../refusal.ts";
import { toBaskets } from "./baskets.ts";
import type { RequestedOrder } from "./order-request.ts";
import { priceChanged } from "./price-changed.ts";

export interface StartPaymentPorts {
  checkouts: Pick<Checkouts, "open">;
  orders: Pick<Orders, "payment">;
  products: Pick<Products, "list">;
  shops: Pick<Shops, "get">;
  /** Absent where nothing can be paid online. */
  payments?: Payments | undefined;
  log: { error(entry: object, message: string): void };
  /** Milliseconds since 1970; default: the clock. */
  now?: () => number;
}

export type StartPaymentRefusalCode = "not-sold" | "out-of-stock" | "price-changed" | "no-online-payment";

type StartPaymentRefusal = Refusal<StartPaymentRefusalCode, never>;

/** As long as Razorpay repeats a notice that was not taken, so that an outage of ours loses no order. */
const lifetime = 24 * 60 * 60_000;

/**
 * Makes an order ready to be paid on the vendor's page. Nothing is ordered or reserved yet; what could not be ordered right
 * now is refused, so that nobody pays for it.
 */
export function startPayment(ports: StartPaymentPorts) {
  const { checkouts, orders, payments, log, now = Date.now } = ports;
  return async (
    order: RequestedOrder,
  ): Promise<Outcome<{ orderId: string; next: "done" | "pay" }, StartPaymentRefusalCode>> => {
    const { orderId, total } = order;
    if (!payments) return notNow;
    // A form that is sent again after the payment leads to the order: the vendor's page takes no second one.
    if (await orders.payment(orderId)) return { ok: true, orderId, next: "done" };
    const refusal = await whyNot(ports, order);
    if (refusal) return refusal;
    try {
      const { id: paymentOrderId } = await payments.createOrder({ orderId, amount: total });
      const expiresAt = new Date(now() + lifetime).toISOString();
      await checkouts.open({ ...order, paymentOrderId, expiresAt });
      return { ok: true, orderId, next: "pay" };
    } catch (error) {
      if (!isFailure(error, { port: "payments" })) throw error;
      log.error({ error, orderId }, "a payment could not be started");
      return notNow;
    }
  };
}

const notNow: StartPaymentRefusal = {
  ok: false,
  code: "no-online-payment",
  message:
    "Online payment is not possible at the moment, and nothing was ordered. Pay in cash, or try again in a few minutes.",
};

async function whyNot(
  { products, shops }: StartPaymentPorts,
  { shopId, items, total }: RequestedOrder,
): Promise<StartPaymentRefusal | undefined> {
  const [shop, sold] = await Promise.all([shops.get(shopId), products.list({ shopId })]);
  const { baskets, gone } = toBaskets(items, shop ? [shop] : [], sold);
  const [basket] = baskets;
  if (!basket || gone.length > 0) {
    const message =
      "Something in your order is no longer sold by this shop. Open your cart and check out again.";
    return { ok: false, code: "not-sold", message };
  }
  const problems = basket.lines.flatMap(({ product, problem }) =>
    problem ? [`${product.name}: ${problem}`] : [],
  );
  if (problems.length > 0) return { ok: false, code: "out-of-stock", message: problems.join(" ") };
  return basket.total === total ? undefined : priceChanged(total, basket.total);
}
