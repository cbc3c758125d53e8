import { mohallaMartCatalogue } from "@org/events/mohallamart";
import { operationsCatalogue } from "@org/events/operations";
import { tenOceanCatalogue } from "@org/events/ten-ocean";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import * as market from "./mohallamart.ts";
import { demoApplications, demoOrders } from "./mohallamart-content.ts";
import * as house from "./ten-ocean.ts";
import * as houseContent from "./ten-ocean-content.ts";

/** Ids as their fields hold them, and within keys of messages and paths. */
const idsOf = (text: string): string[] => text.match(/\b[a-z]+_[A-Za-z0-9]+\b/g) ?? [];

function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

const marketIds = new Set(textsOf([market, demoOrders, demoApplications]).flatMap(idsOf));
const houseIds = new Set(textsOf([house, houseContent, houseContent.demoEvents(new Date())]).flatMap(idsOf));

/** Kinds of ids that no demo data can hold, because somebody else gives them out. */
const fromElsewhere: Readonly<Record<string, string>> = {
  pay: "the payment vendor",
  rfnd: "the payment vendor",
  disp: "the payment vendor",
  msg: "the delivery partner",
  sess: "a browser's visit",
  entry: "the history of a request",
};

const catalogues = [
  { catalogue: mohallaMartCatalogue, known: marketIds, others: { ...fromElsewhere, evt: "the outbox" } },
  { catalogue: tenOceanCatalogue, known: houseIds, others: fromElsewhere },
  { catalogue: operationsCatalogue, known: marketIds, others: fromElsewhere },
];

const examples = catalogues.flatMap(({ catalogue, known, others }) =>
  catalogue.definitions.map(({ event, examples }) => ({ event, examples, known, others })),
);

/** Of an example: what it names and nobody could find. */
function missing(example: unknown, { known, others }: Pick<(typeof examples)[number], "known" | "others">) {
  const ids = textsOf(example).flatMap(idsOf);
  return ids.filter((id) => !known.has(id) && !((id.split("_")[0] ?? "") in others));
}

const orders = new Map(
  demoOrders.map(({ order }) => [order.orderId, { ...order, total: totalOf(order.items) }]),
);
const products = new Map(market.demoProducts.map((product) => [product.productId, product]));

function totalOf(items: readonly { productId: string; quantity: number }[]): number {
  const prices = new Map(market.demoProducts.map(({ productId, price }) => [productId, price]));
  return items.reduce((sum, { productId, quantity }) => sum + quantity * (prices.get(productId) ?? 0), 0);
}

/** What the store's order says of what the example says of it. */
const told = z.object({
  orderId: z.string(),
  shopId: z.string().optional(),
  items: z.array(z.unknown()).optional(),
  total: z.number().optional(),
  payment: z.string().optional(),
  paymentId: z.string().optional(),
});
const sold = z.object({ productId: z.string(), shopId: z.string() });

describe("the examples of events tell of the demo data", () => {
  it.each(examples)("$event names only what is there", (definition) => {
    expect(definition.examples.flatMap((example) => missing(example, definition))).toEqual([]);
  });

  // A released payment is one that no order was paid with.
  it.each(examples.filter(({ event }) => event !== "payment.released"))(
    "$event says of an order what is ordered, and of a product who sells it",
    (definition) => {
      for (const example of definition.examples) {
        const order = told.safeParse(example).data;
        if (order) expect(orders.get(order.orderId)).toMatchObject(order);
        const product = sold.safeParse(example).data;
        if (product) expect(products.get(product.productId)?.shopId).toBe(product.shopId);
      }
    },
  );

  it("and one that does not is found", () => {
    const example = {
      key: "order-confirmation:ord_1:sms",
      items: [{ productId: "prod_9" }],
      paymentId: "pay_1",
    };
    expect(missing(example, { known: marketIds, others: fromElsewhere })).toEqual(["ord_1", "prod_9"]);
  });
});
