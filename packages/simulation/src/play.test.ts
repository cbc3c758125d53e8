import { setTimeout as pause } from "node:timers/promises";
import { expect, it } from "vitest";
import { drawHistory } from "./history/draw-history.ts";
import type { Happening, History } from "./history/history.ts";
import { play } from "./play.ts";
import { shrink } from "./shrink.ts";
import { useServer } from "./testing/use-server.ts";
import type { ChangedPorts } from "./world/ports.ts";

const small = { days: 1, customers: 12, shops: 1, residents: 6 };

it("one history is one world, bit by bit, with faults and all; another seed is another world", async () => {
  const server = await useServer();
  const history = drawHistory({ seed: 11, ...small });
  const first = await play(history, { server });
  expect(first.breaches).toEqual([]);
  const second = await play(history, { server, changed: slow });
  expect(second.digest?.parts).toEqual(first.digest?.parts);
  expect(second).toEqual(first);
  const other = await play(drawHistory({ seed: 12, ...small }), { server });
  expect(other.digest?.sha256).not.toBe(first.digest?.sha256);
});

/** As on a machine that does much else: whatever goes by the computer's clock comes at another moment of the play. */
const slow: ChangedPorts = {
  email: (email) => ({
    ...email,
    async send(message) {
      await pause(70);
      return email.send(message);
    },
  }),
};

it("a slower machine is the same world, also where the payment vendor reports late, twice and in disorder", async () => {
  const server = await useServer();
  const paid = eventful.happenings.filter(({ kind }) => kind !== "vendor");
  const history = {
    ...eventful,
    happenings: [...paid, { kind: "cancel-order", orderId: "ord_c1", at: 700 }],
  } as const;
  const first = await play(history, { server });
  expect(first.breaches).toEqual([]);
  const second = await play(history, { server, changed: slow });
  expect(second.digest?.parts).toEqual(first.digest?.parts);
});

/** A worker whose texts leave twice, as if nothing remembered what was sent. */
const doubled: ChangedPorts = {
  sms: (sms) => ({
    async send(message) {
      await sms.send(message);
      return sms.send({ ...message, key: `${message.key}:again` });
    },
  }),
};

const shop = "sk_city00";
const sold = (productId: string, at: number): Happening => ({
  ...{ kind: "save-product", shop, productId, name: `Product ${productId}`, price: 50, available: 20, at },
});
const eventful: History = {
  seed: 3,
  days: 2,
  happenings: [
    { kind: "apply-to-sell", shopkeeperId: shop, shopName: "City Shop", at: 360 },
    { kind: "register", resident: 1, unitId: "unit_4B", at: 370 },
    { kind: "approve-shop", shopkeeperId: shop, at: 380 },
    ...[sold("prod_s0p0", 400), sold("prod_s0p1", 401), sold("prod_s0p2", 402)],
    { kind: "vendor", vendor: "slack", fault: { status: 503 }, at: 450 },
    {
      ...{ kind: "order", orderId: "ord_c1", customer: 1, shop, payment: "pays" },
      ...{
        items: [
          ["prod_s0p0", 2],
          ["prod_s0p1", 1],
        ],
        at: 500,
      },
    },
    { kind: "watch", customer: 1, productId: "prod_s0p2", watch: true, at: 510 },
    { kind: "move-order", orderId: "ord_c1", status: "packed", at: 600 },
    { kind: "visit", customer: 1, event: "page.viewed", at: 2000 },
  ],
};

it("finds a message that leaves twice, and the shortest history in which it does", async () => {
  const server = await useServer();
  const { breaches } = await play(eventful, { server, changed: doubled });
  expect(breaches[0]).toMatchObject({ invariant: "one-message", day: 0 });
  const fails = async (candidate: History) => {
    const again = await play(candidate, { server, changed: doubled, withDigest: false });
    return again.breaches.some(({ invariant }) => invariant === "one-message");
  };
  const shortest = await shrink(eventful, 0, fails);
  const kinds = shortest.happenings.map(({ kind }) => kind);
  expect(kinds).toEqual(["apply-to-sell", "approve-shop", "save-product", "order"]);
  expect(shortest.happenings.at(-1)).toMatchObject({ payment: "cash", items: [["prod_s0p0", 2]] });
  expect((await play(shortest, { server })).breaches).toEqual([]);
});
