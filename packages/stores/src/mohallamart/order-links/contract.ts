import { failureOf } from "@org/integrations/contracts";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { LinkSecrets } from "../../links/token.ts";
import { customer, newOrder, rice, shop } from "../contract/bench.ts";
import { UnknownOrderError } from "../orders/errors.ts";
import type { MohallaMartStores } from "../port.ts";
import type { OrderLinks } from "./port.ts";

const first = "the first secret, of thirty-two characters or more";
const second = "the second secret, of thirty-two characters or more";
const quiet = { emit: [] };

export interface OrderLinkBench {
  stores: MohallaMartStores;
  linksWith(secrets: LinkSecrets): OrderLinks;
  /** What the database keeps of links. */
  kept(): Promise<{ tokenHash: string; orderId: string }[]>;
  /** Empties all but shops and products. */
  reset(): Promise<unknown>;
}

/** What links to orders do, whatever database is behind them. */
export function orderLinkContract(
  database: string,
  { stores, linksWith, kept, reset }: OrderLinkBench,
): void {
  describe(`links to orders in ${database}`, () => {
    const links = linksWith({ current: first });

    beforeAll(async () => {
      await stores.shops.add(shop);
      await stores.products.add({ ...rice, stock: 1_000 });
    });

    beforeEach(async () => {
      await reset();
      await stores.orders.place(newOrder(), quiet);
    });

    const issue = async (orderId = "ord_1", from = links) => (await from.issue(orderId)) ?? "none";

    it("a link is 128 bits of base64url, the same each time it is written, and leads to its order", async () => {
      const token = await issue();
      expect(token).toMatch(/^[A-Za-z0-9_-]{22}$/);
      expect(await issue()).toBe(token);
      expect(await links.forBrowser("ord_1")).toBe(token);
      expect(await links.find(token)).toBe("ord_1");
      expect([await links.opens("ord_1", token), await links.opens("ord_2", token)]).toEqual([true, false]);
    });

    it.each(["", "x", "A".repeat(22), "ord_1", "\0", "é".repeat(22)])("%j leads nowhere", async (token) => {
      await issue();
      expect(await links.find(token)).toBeUndefined();
      expect(await links.opens("ord_1", token)).toBe(false);
    });

    it("no table holds a link, only its hash", async () => {
      const token = await issue();
      const rows = await kept();
      expect(rows).toEqual([{ tokenHash: expect.stringMatching(/^[0-9a-f]{64}$/), orderId: "ord_1" }]);
      expect(JSON.stringify(rows)).not.toContain(token);
    });

    it("tells who has to do with an order, and nothing of one that does not exist", async () => {
      const { userId, shopId, placedAt } = (await stores.orders.get("ord_1")) ?? {};
      expect(await links.parties("ord_1")).toEqual({ orderId: "ord_1", userId, shopId, placedAt });
      expect(await links.parties("ord_none")).toBeUndefined();
      expect(await failureOf(links.issue("ord_none"))).toBeInstanceOf(UnknownOrderError);
    });

    it("ends with its order's generation, and another takes its place", async () => {
      const token = await issue();
      expect([await links.revoke("ord_1"), await links.revoke("ord_none")]).toEqual([true, false]);
      expect([await links.find(token), await links.opens("ord_1", token)]).toEqual([undefined, false]);
      const later = await issue();
      expect(later).not.toBe(token);
      expect(await links.find(later)).toBe("ord_1");
    });

    it("ends for the browser that placed it too, which gets no other by sending its form again", async () => {
      await links.revoke("ord_1");
      expect(await links.forBrowser("ord_1")).toBeUndefined();
    });

    it.each(["close", "remove"] as const)(
      "ends for good when its customer's account does: %s",
      async (how) => {
        const token = await issue();
        if (how === "close") await stores.users.close(customer.userId, quiet);
        else await stores.users.remove(customer.userId);
        expect([await links.find(token), await links.opens("ord_1", token)]).toEqual([undefined, false]);
        expect([await links.issue("ord_1"), await links.forBrowser("ord_1")]).toEqual([undefined, undefined]);
        expect(await links.revoke("ord_1")).toBe(false);
        expect(await kept()).toEqual([]);
      },
    );

    it("of the secret before the present one is good until that one is taken away", async () => {
      const old = await issue();
      const rotating = linksWith({ current: second, previous: first });
      expect([await rotating.find(old), await rotating.opens("ord_1", old)]).toEqual(["ord_1", true]);
      const fresh = await issue("ord_1", rotating);
      expect(fresh).not.toBe(old);
      expect(await rotating.find(fresh)).toBe("ord_1");
      const rotated = linksWith({ current: second });
      expect([await rotated.find(old), await rotated.opens("ord_1", old)]).toEqual([undefined, false]);
      expect(await rotated.find(fresh)).toBe("ord_1");
    });

    it("opens an order that is about to be placed to the browser that places it", async () => {
      const token = await links.forBrowser("ord_next");
      expect(await links.opens("ord_next", token ?? "")).toBe(true);
      await stores.orders.place(newOrder({ orderId: "ord_next" }), quiet);
      expect(await links.opens("ord_next", token ?? "")).toBe(true);
    });

    it("a form's id is proven to be ours, and the proof is no link", async () => {
      const proof = links.proof("ord_1");
      expect(links.isProof("ord_1", proof)).toBe(true);
      expect([
        links.isProof("ord_2", proof),
        links.isProof("ord_1", ""),
        links.isProof("ord_1", "x"),
      ]).toEqual([false, false, false]);
      expect(await links.opens("ord_1", proof)).toBe(false);
      expect(links.isProof("ord_1", await issue())).toBe(false);
    });
  });
}
