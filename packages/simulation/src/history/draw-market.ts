import type { Dice } from "./dice.ts";
import { type Happening, minutesInADay } from "./history.ts";

interface Wanted {
  days: number;
  customers: number;
  shops: number;
}

const productsOfAShop = 12;

const hour = 60;
const numbered = (prefix: string, number: number, width: number) =>
  `${prefix}${String(number).padStart(width, "0")}`;
const shopName = (shop: number) => numbered("sk_city", shop, 2);
const productName = (shop: number, product: number) => `prod_s${shop}p${product}`;

/** Shops that open, customers who order, and all that comes of it. */
export function drawMarket(dice: Dice, wanted: Wanted): Happening[] {
  const orders = { drawn: 0 };
  const days = Array.from({ length: wanted.days }, (_none, day) => {
    const ofDay = dice.named(`${day}`);
    return [...drawOrders(ofDay, day, wanted, orders), ...drawErrands(ofDay, day, wanted)];
  });
  return [...openShops(dice.named("shops"), wanted), ...days.flat()];
}

/** On the first morning. */
function openShops(dice: Dice, { shops }: Wanted): Happening[] {
  return Array.from({ length: shops }, (_none, shop): Happening[] => {
    const shopkeeperId = shopName(shop);
    const products = Array.from(
      { length: productsOfAShop },
      (_nothing, product): Happening => ({
        kind: "save-product",
        shop: shopkeeperId,
        productId: productName(shop, product),
        name: `Product ${shop} ${product}`,
        price: dice.whole(10, 900),
        available: dice.whole(10, 60),
        at: 7 * hour + dice.whole(0, 50),
      }),
    );
    return [
      { kind: "apply-to-sell", shopkeeperId, shopName: `City Shop ${shop}`, at: 6 * hour + shop },
      { kind: "approve-shop", shopkeeperId, at: 6 * hour + 20 + shop },
      ...products,
    ];
  }).flat();
}

function drawOrders(dice: Dice, day: number, wanted: Wanted, orders: { drawn: number }): Happening[] {
  const count = dice.whole(Math.floor(wanted.customers * 0.08), Math.ceil(wanted.customers * 0.18));
  return Array.from({ length: count }, () => {
    orders.drawn += 1;
    return drawOrder(dice, { day, number: orders.drawn, ...wanted });
  }).flat();
}

/** One order with what becomes of it; what cannot be any more is refused when it comes. */
function drawOrder(
  dice: Dice,
  { day, number, customers, shops }: Wanted & { day: number; number: number },
): Happening[] {
  const orderId = numbered("ord_c", number, 6);
  const shop = dice.whole(0, shops - 1);
  const at = day * minutesInADay + dice.whole(8 * hour, 23 * hour);
  const lines = dice.whole(1, 3);
  const first = dice.whole(0, productsOfAShop - 1);
  const items = Array.from(
    { length: lines },
    (_none, line) => [productName(shop, (first + line) % productsOfAShop), dice.whole(1, 5)] as const,
  );
  const payment = dice.weighted({ cash: 45, pays: 35, leaves: 10, declined: 5, abandons: 5 });
  const customer = dice.whole(1, customers);
  const order: Happening = { kind: "order", orderId, customer, shop: shopName(shop), items, payment, at };
  const again: Happening[] = dice.happens(3) ? [{ ...order, at: at + dice.whole(0, 2) }] : [];
  const cancelled: Happening[] = dice.happens(15)
    ? [{ kind: "cancel-order", orderId, at: at + dice.whole(0, 6 * hour) }]
    : [];
  const packed = at + dice.whole(5, 90);
  const shipped = packed + dice.whole(10, 120);
  const moves: Happening[] = [
    { kind: "move-order", orderId, status: "packed", at: packed },
    { kind: "move-order", orderId, status: "shipped", at: shipped },
    { kind: "move-order", orderId, status: "delivered", at: shipped + dice.whole(10, 180) },
  ];
  return [order, ...again, ...cancelled, ...moves.slice(0, dice.happens(85) ? 3 : dice.whole(0, 2))];
}

/** What else a day brings. */
function drawErrands(dice: Dice, day: number, { customers, shops }: Wanted): Happening[] {
  const at = () => day * minutesInADay + dice.whole(9 * hour, 22 * hour);
  const customer = () => dice.whole(1, customers);
  const times = (most: number) => Array.from({ length: dice.whole(0, most) });
  const product = () => {
    const shop = dice.whole(0, shops - 1);
    return { shop: shopName(shop), productId: productName(shop, dice.whole(0, productsOfAShop - 1)) };
  };
  const everyFew = Math.ceil(customers / 40);
  return [
    ...times(shops).map(
      (): Happening => ({ kind: "save-product", ...product(), available: dice.whole(15, 80), at: at() }),
    ),
    ...times(4).map(
      (): Happening => ({ kind: "save-product", ...product(), price: dice.whole(10, 900), at: at() }),
    ),
    ...times(2).map((): Happening => ({ kind: "save-product", ...product(), available: 0, at: at() })),
    ...times(everyFew).map(
      (): Happening => ({
        kind: "watch",
        customer: customer(),
        productId: product().productId,
        watch: dice.happens(85),
        at: at(),
      }),
    ),
    ...times(everyFew).map(
      (): Happening => ({ kind: "save-account", customer: customer(), channels: channels(dice), at: at() }),
    ),
    ...times(2).map((): Happening => ({ kind: "allow-push", customer: customer(), at: at() })),
    ...times(1).map((): Happening => ({ kind: "close-account", customer: customer(), at: at() })),
    ...times(everyFew * 2).map(
      (): Happening => ({
        kind: "visit",
        customer: customer(),
        event: dice.one(["page.viewed", "search.performed", "checkout.started"]),
        at: at(),
      }),
    ),
  ];
}

function channels(dice: Dice): ("email" | "sms" | "push")[] {
  return (["email", "sms", "push"] as const).filter(() => dice.happens(60));
}
