import type { OrderReader } from "@org/commands/mohallamart/orders/order-access";
import { pushIdOf } from "@org/integrations/push/port";
import { payAtCheckout, subscribeDevice } from "@org/local-stack";
import { demoAddress } from "@org/stores/demo-data/mohallamart";
import { customerOf, type MarketAct, type Paying } from "../history/market-acts.ts";
import type { City } from "../world/city.ts";
import { webUrl } from "../world/ports.ts";
import { type ActOf, type ActOutcome, codeOf, type Doings } from "./outcome.ts";

/** Of somebody who never ordered, or has closed their account. */
const noAccount = "no-account";

/** What people do at MohallaMart. */
export const marketDoings: Doings<MarketAct> = {
  "apply-to-sell": applyToSell,
  "approve-shop": async ({ market }, { shopkeeperId }) =>
    codeOf(await market.approveApplication({ shopkeeperId, approvedBy: "admin_001" })),
  "save-product": saveProduct,
  order,
  async "move-order"({ ports, market }, { orderId, status }) {
    const found = await ports.mohallaMart.orders.get(orderId);
    if (!found) return "unknown-order";
    const trackingNumber = status === "shipped" ? `TRACK-${orderId}` : "";
    return codeOf(await market.moveOrder({ shopId: found.shopId, orderId, status, trackingNumber }));
  },
  "cancel-order": async (city, { orderId }) =>
    codeOf(await city.market.cancelOrder({ orderId, reader: await ownerOf(city, orderId) })),
  async watch(city, { customer, productId, watch }) {
    const userId = await accountOf(city, customer);
    return userId ? codeOf(await city.market.watchProduct({ userId, productId, watch })) : noAccount;
  },
  async "save-account"(city, { customer, channels }) {
    const userId = await accountOf(city, customer);
    if (!userId) return noAccount;
    const { name, phone } = customerOf(customer);
    city.memory.chosenAt.set(userId, city.now());
    const quiet = { quietFrom: "", quietTo: "" };
    const chosen = { language: "en-IN", area: "Indiranagar", channels: [...channels], ...quiet };
    return codeOf(await city.market.saveAccount({ userId, name, phone, ...chosen }));
  },
  async "allow-push"(city, { customer }) {
    const userId = await accountOf(city, customer);
    if (!userId) return noAccount;
    await subscribeDevice(city.emulators.onesignal, pushIdOf("mohallamart", userId));
    return "ok";
  },
  async "close-account"(city, { customer }) {
    const userId = await accountOf(city, customer);
    if (!userId) return noAccount;
    const closed = await city.market.closeAccount({ userId });
    if (closed.ok) city.memory.gone.push({ ...customerOf(customer), at: city.now() });
    return codeOf(closed);
  },
  async visit(city, { customer, event }) {
    const userId = await accountOf(city, customer);
    const events = [{ event, properties: { page: "home" } }];
    const occurredAt = new Date(city.now()).toISOString();
    return codeOf(
      await city.market.recordVisit({ visitId: `visit_${customer}`, userId, events, occurredAt }),
    );
  },
};

async function accountOf({ ports }: City, customer: number): Promise<string | undefined> {
  return (await ports.mohallaMart.users.findByEmail(customerOf(customer).email))?.userId;
}

/** The form, and then the link that it sends. */
async function applyToSell(city: City, act: ActOf<MarketAct, "apply-to-sell">): Promise<ActOutcome> {
  const { shopkeeperId, shopName } = act;
  const number = shopkeeperId.replaceAll(/\D/g, "");
  const applied = await city.market.applyToSell({
    ...{ shopkeeperId, shopName, area: "Indiranagar, Bengaluru", description: "Whatever a city needs." },
    ...{ name: `Keeper ${number}`, email: `keeper${number}@shops.example` },
    phone: `+9198460${number.padStart(5, "2")}`,
  });
  await city.settle();
  const received = await city.ports.mohallaMart.receivedApplications.get(shopkeeperId);
  if (!applied.ok || !received) return codeOf(applied);
  return codeOf(await city.market.confirmApplication({ token: received.token }));
}

/** Whoever ordered, signed in while they have their account. */
async function ownerOf({ ports }: City, orderId: string): Promise<OrderReader> {
  const parties = await ports.orderLinks.parties(orderId);
  const user = parties && (await ports.mohallaMart.users.get(parties.userId));
  if (!user) return {};
  const { userId: id, name, email } = user;
  return { person: { role: "customer", id, name, email } };
}

async function shopOf({ ports }: City, shopkeeperId: string): Promise<string | undefined> {
  return (await ports.mohallaMart.shopkeepers.get(shopkeeperId))?.shopId;
}

async function saveProduct(city: City, act: ActOf<MarketAct, "save-product">): Promise<ActOutcome> {
  const shopId = await shopOf(city, act.shop);
  if (!shopId) return "no-shop";
  const now = await city.ports.mohallaMart.products.get(act.productId);
  const { productId, name = now?.name, price = now?.price, available = now?.available } = act;
  if (name === undefined || price === undefined || available === undefined) return "no-product";
  const description = { category: "Staples", unit: "1 piece", description: "As everybody needs it." };
  const saved = await city.market.saveProduct({
    ...{ productId, shopId, name, ...description, price: String(price), available: String(available) },
    seen: now ? String(now.available) : "",
  });
  if (saved.ok && saved.added) city.memory.firstStock.set(productId, available);
  return codeOf(saved);
}

async function order(city: City, act: ActOf<MarketAct, "order">): Promise<ActOutcome> {
  const { orderId, customer, items, payment } = act;
  const shopId = await shopOf(city, act.shop);
  if (!shopId) return "no-shop";
  const sold = await city.ports.mohallaMart.products.list({ shopId });
  const prices = new Map(sold.map(({ productId, price }) => [productId, Math.round(price * 100)]));
  const paise = items.reduce(
    (sum, [productId, quantity]) => sum + (prices.get(productId) ?? 0) * quantity,
    0,
  );
  const outcome = await city.market.placeOrder({
    ...{ orderId, shopId, total: paise / 100, ...customerOf(customer), ...demoAddress },
    items: items.map(([productId, quantity]) => ({ productId, quantity })),
    payment: payment === "cash" ? "cash" : "prepaid",
    visitId: `visit_${customer}`,
  });
  if (!outcome.ok || outcome.next === "done" || payment === "cash") return codeOf(outcome);
  return pay(city, { orderId, total: paise / 100, paying: payment });
}

interface Payment {
  orderId: string;
  total: number;
  paying: Paying;
}

/** What the customer does on the vendor's page, and whether they come back from it. */
async function pay(city: City, { orderId, total, paying }: Payment): Promise<ActOutcome> {
  if (paying === "abandons") return "abandoned";
  const { payments } = city.ports;
  const pages = { shop: "MohallaMart", returnUrl: `${webUrl}/paid`, cancelUrl: `${webUrl}/cart` };
  const form = payments.checkout(await payments.createOrder({ orderId, amount: total }), pages);
  const fields = await payAtCheckout(form, paying === "declined" ? "failed" : "paid");
  const paymentId = fields.razorpay_payment_id;
  if (paymentId) city.memory.payments.push({ orderId, paymentId });
  if (paying === "leaves") return "paid-and-left";
  const settled = await city.market.takePaymentReturn?.({ orderId, fields });
  return settled ? codeOf(settled) : "no-online-payment";
}
