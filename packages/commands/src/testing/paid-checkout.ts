import { razorpayPayments } from "@org/integrations/payments/razorpay";
import { payAtCheckout, startEmulators } from "@org/local-stack";
import { demoAddress } from "@org/stores/demo-data/mohallamart";
import { afterAll } from "vitest";
import type { RequestedOrder } from "../mohallamart/orders/order-request.ts";
import { newOrderId } from "../mohallamart/orders/place-order.ts";
import { startPayment } from "../mohallamart/orders/start-payment.ts";
import { testStores } from "./test-stores.ts";

/** A shop with the payment vendor's emulator, and customers who pay there. */
export async function paymentBench() {
  const stores = await testStores();
  const { shops, products } = stores.mohallaMart;
  const vendors = await startEmulators({ rateLimits: false, refundsTake: Number.POSITIVE_INFINITY });
  afterAll(() => vendors.stop());
  const { url: baseUrl, keyId, keySecret } = vendors.razorpay;
  const payments = razorpayPayments({ keyId, keySecret, baseUrl });
  const entries: Record<string, unknown>[] = [];
  const keep = (entry: object, message: string) => void entries.push({ ...entry, message });
  const log = { info: keep, warn: keep, error: keep };
  const ports = { ...stores.mohallaMart, orderLinks: stores.orderLinks, payments, log };
  const shop = { shopId: "shop_1", name: "Hari Fresh", area: "Indiranagar", description: "Vegetables" };
  await shops.add({ ...shop, listed: true });
  let sold = 0;

  /** An order of three pieces of a product of its own, of which there are that many: 59.97 rupees. */
  async function request(stock = 9): Promise<RequestedOrder> {
    sold += 1;
    const productId = `prod_${sold}`;
    const product = {
      name: `Mango ${sold}`,
      description: "Ripe",
      category: "Fruit",
      unit: "1 dozen",
      price: 19.99,
    };
    await products.add({ ...product, productId, shopId: shop.shopId, stock });
    const customer = { name: "Asha Rao", email: "asha@example.com", phone: "+919876543210" };
    const items = [{ productId, quantity: 3 }];
    const order = { orderId: newOrderId(), shopId: shop.shopId, total: 59.97 };
    return { ...order, items, customer, address: demoAddress };
  }

  /** Pays on the vendor's page. @returns what the page posts back. */
  async function pay({ orderId, total }: RequestedOrder, outcome: "paid" | "failed" = "paid") {
    const order = await payments.createOrder({ orderId, amount: total });
    const pages = { returnUrl: "http://127.0.0.1:3000/paid", cancelUrl: "http://127.0.0.1:3000/cart" };
    return payAtCheckout(payments.checkout(order, { shop: shop.name, ...pages }), outcome);
  }

  return {
    ...stores,
    ports,
    payments,
    vendors,
    request,
    pay,
    logged: () => entries.map(({ message }) => message),
    /** Starts a payment and pays it. @returns what the page posts back. */
    async startAndPay(order: RequestedOrder, visitId?: string): Promise<Record<string, string>> {
      const started = await startPayment(ports)({ ...order, visitId });
      if (!started.ok) throw new Error(started.message);
      return pay(order);
    },
    /** The payment that a posted result tells of. */
    paymentOf: (fields: Record<string, string>) => payments.get(payments.resultFrom(fields)?.paymentId ?? ""),
    async available({ items }: RequestedOrder): Promise<number | undefined> {
      return (await products.get(items[0]?.productId ?? ""))?.available;
    },
    /** Someone else buys what is left. */
    async sellOut({ items, shopId }: RequestedOrder): Promise<void> {
      const productId = items[0]?.productId ?? "";
      const quantity = (await products.get(productId))?.available ?? 0;
      const customer = { userId: "user_other", name: "Other", email: "other@example.com" };
      const bought = { orderId: newOrderId(), shopId, customer, items: [{ productId, quantity }] };
      await stores.mohallaMart.orders.place({ ...bought, payment: "cash" }, { emit: [] });
    },
    /** Opens the shop, or closes it. */
    listShop: (listed: boolean) => stores.listShop(shop.shopId, listed),
    setPriceOf: ({ items }: RequestedOrder, paise: number) =>
      stores.setPrice(items[0]?.productId ?? "", paise),
  };
}
