import type { ConvexDocument, LocalConvex } from "@org/local-stack";
import type { keptInPostgres, WrittenEvent } from "./kept-in-postgres.ts";

/** The same on the documents of a deployment. */
export function keptInConvex({ run }: LocalConvex): ReturnType<typeof keptInPostgres> {
  const change = (table: string, changesOf: (document: ConvexDocument) => Record<string, unknown> | false) =>
    run(async ({ db }) => {
      for (const document of await db.query(table).collect()) {
        const changes = changesOf(document);
        if (changes) await db.patch(document._id, changes);
      }
    });
  return {
    accountsTable: "users",
    endWaits: () => change("wrongCodes", () => ({ heldUntil: Date.now() })),
    events: () =>
      run(async ({ db }) => {
        const rows = await db.query("outbox").collect();
        return rows.map(({ payload }): WrittenEvent => JSON.parse(String(payload)));
      }),
    loseEvents() {
      const now = Date.now();
      const lost = { stage: "accepted", isAccepted: true, acceptedAt: now, lostSince: now, resends: 3 };
      return change("outbox", () => lost);
    },
    refuseEvents: () =>
      change("outbox", ({ isAccepted }) => !isAccepted && { stage: "retry", attempts: 1, lastError: "400" }),
    listShop: (shopId, listed) => change("shops", (shop) => shop.shopId === shopId && { listed }),
    setPrice: (productId, pricePaise) =>
      change("products", (product) => product.productId === productId && { pricePaise }),
  };
}
