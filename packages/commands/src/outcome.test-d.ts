import type { OrderLinks } from "@org/stores/mohallamart/order-links/port";
import type { MohallaMartStores } from "@org/stores/mohallamart/port";
import { expectTypeOf, it } from "vitest";
import type { ProductSearch } from "./mohallamart/analytics/with-results.ts";
import { mohallaMartCommands } from "./mohallamart/index.ts";
import { cancelOrder } from "./mohallamart/orders/cancel-order.ts";
import type { Outcome, Refusal } from "./outcome.ts";

declare const stores: MohallaMartStores;
declare const orderLinks: OrderLinks;
const log = { info() {}, warn() {}, error() {} };
const outbox = { send: async () => undefined };
declare const search: ProductSearch;

it("an outcome names its refusals", async () => {
  const outcome = await cancelOrder({ ...stores, orderLinks })({ orderId: "ord_1", reader: {} });
  if (outcome.ok) expectTypeOf(outcome.orderId).toEqualTypeOf<string>();
  else
    expectTypeOf(outcome.code).toEqualTypeOf<
      "invalid" | "damaged" | "unknown-order" | "too-late" | "sign-in-first"
    >();
});

it("a refusal names the entries that a person fills in", async () => {
  const { saveProduct } = mohallaMartCommands({ ...stores, orderLinks, outbox, search, log });
  type Refused = Extract<Awaited<ReturnType<typeof saveProduct>>, { ok: false }>;
  type Fields = keyof NonNullable<Refused["fields"]>;
  expectTypeOf<Fields>().toEqualTypeOf<
    "name" | "category" | "unit" | "description" | "price" | "available"
  >();
});

it("a command that refuses nobody has a result at once", () => {
  expectTypeOf<Outcome<{ token: string }, never>>().toEqualTypeOf<{ ok: true } & { token: string }>();
  expectTypeOf<Outcome<object, "late">>().toEqualTypeOf<({ ok: true } & object) | Refusal<"late", never>>();
});

it("a command takes only the ports that it needs", () => {
  expectTypeOf(cancelOrder).parameter(0).toEqualTypeOf<{
    orders: Pick<MohallaMartStores["orders"], "cancel">;
    orderLinks: Pick<OrderLinks, "parties" | "opens">;
  }>();
});
