import * as forms from "../people/acts.ts";
import type { Visitor } from "../people/visitor.ts";
import { doing, type Scene } from "./scene.ts";

export async function order(scene: Scene, payment: "cash" | "prepaid"): Promise<void> {
  const { cast, random, number, known } = scene;
  const visitor = cast.newVisitor();
  const shopId = random.pick([...cast.ordered.keys()]);
  const ids = cast.ordered.get(shopId) ?? [];
  const productIds = [...new Set(Array.from({ length: random.integer(1, 3) }, () => random.pick(ids)))];
  const customer = {
    name: "Asha Rao",
    email: `customer${number}@example.com`,
    phone: `98${String(number).padStart(8, "0")}`,
  };
  const { email, phone } = customer;
  const { id, told } = await doing(
    scene,
    visitor,
    () => ({ what: "order", shopId, email, phone, payment }),
    () => forms.orderForm(visitor, { shopId, productIds, payment }, customer),
  );
  if (told.answer !== "acknowledged") return;
  if (payment === "prepaid" && !(await payFor(scene, visitor, shopId, id))) return;
  known.orders.push({ orderId: id, browser: visitor });
}

/** @returns whether the order was placed, as far as the customer knows. */
async function payFor(scene: Scene, visitor: Visitor, shopId: string, orderId: string): Promise<boolean> {
  let paymentId = "";
  const { told } = await doing(
    scene,
    visitor,
    () => ({ what: "payment", paymentId }),
    async () => {
      const paid = await forms.pay(visitor, shopId, orderId);
      paymentId = paid.paymentId;
      return paid.back;
    },
  );
  return told.answer === "acknowledged";
}

export async function cancel(scene: Scene): Promise<void> {
  const { known, random } = scene;
  if (known.orders.length === 0) return order(scene, "cash");
  const [chosen] = known.orders.splice(random.integer(0, known.orders.length - 1), 1);
  if (!chosen) return;
  const { browser, orderId } = chosen;
  await doing(
    scene,
    browser,
    () => ({ what: "cancellation" }),
    () => forms.cancellationForm(browser, orderId),
  );
}

export async function changePrice(scene: Scene): Promise<void> {
  const { cast, random, known } = scene;
  const productId = random.pick(cast.priced);
  if (known.busy.has(productId)) return order(scene, "cash");
  known.busy.add(productId);
  const price = random.integer(20, 900);
  try {
    await doing(
      scene,
      cast.shopkeeper,
      () => ({ what: "price", price }),
      () => forms.priceForm(cast.shopkeeper, productId, price),
    );
  } finally {
    known.busy.delete(productId);
  }
}
