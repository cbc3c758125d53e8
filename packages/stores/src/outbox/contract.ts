import type { EventToSend } from "@org/events";
import { orderCreated } from "@org/events/mohallamart";
import { beforeEach, describe, expect, it } from "vitest";
import type { Outbox } from "./port.ts";

export interface OutboxBench {
  outbox: Outbox;
  /** The events in the outbox, in the order in which they were appended. */
  emitted(): Promise<EventToSend[]>;
  /** Has the engine have accepted an event, and all of them been written an hour ago. */
  age(acceptedId: string): Promise<unknown>;
  reset(): Promise<unknown>;
}

export const created = (orderId: string) =>
  orderCreated.create({
    orderId,
    userId: "user_1",
    shopId: "shop_1",
    items: [{ productId: "prod_1", quantity: 1 }],
    total: 19.99,
  });

/** What every outbox does, whatever database it is in. */
export function outboxContract(database: string, { outbox, emitted, age, reset }: OutboxBench): void {
  describe(`the outbox in ${database}`, () => {
    beforeEach(() => reset());

    it("it takes the place of the engine's client: one event or many, ids in order", async () => {
      const event = created("ord_1");
      expect(await outbox.send(event)).toEqual({ ids: ["order.created:ord_1"] });
      expect(await outbox.send([created("ord_2"), created("ord_3")])).toEqual({
        ids: ["order.created:ord_2", "order.created:ord_3"],
      });
      expect(await outbox.send([])).toEqual({ ids: [] });
      expect((await emitted())[0]).toEqual(event);
    });

    it.each([{}, { id: "" }])(
      "an event with no id, as in %j, gets one, which travels with it",
      async (identity) => {
        const event = { name: "product.outOfStock", v: "1", data: {}, ...identity };
        const { ids } = await outbox.send([event, event]);
        expect(ids).toEqual([expect.stringMatching(/^\w{26}$/), expect.stringMatching(/^\w{26}$/)]);
        expect(await emitted()).toMatchObject(ids.map((id) => ({ id })));
      },
    );

    it("an id that is there already is not appended again", async () => {
      await outbox.send(created("ord_1"));
      await outbox.send([created("ord_1"), created("ord_2"), created("ord_2")]);
      expect((await emitted()).map(({ id }) => id)).toEqual(["order.created:ord_1", "order.created:ord_2"]);
    });

    it("any string that JSON can hold survives", async () => {
      const data = { text: "\u0000 null, \ud83d\ude00 pair, \ud800 half, ₹ and '\"\\" };
      await outbox.send({ name: "test", v: "1", data });
      expect(await emitted()).toMatchObject([{ data }]);
    });

    it("its state says how much waits", async () => {
      expect(await outbox.state()).toEqual({ pending: 0, oldestPendingAge: 0, failing: [], lost: [] });
      await outbox.send([created("ord_1"), created("ord_2"), created("ord_3")]);
      await age("order.created:ord_1");
      const { pending, oldestPendingAge } = await outbox.state();
      expect(pending).toBe(2);
      expect(oldestPendingAge).toBeGreaterThanOrEqual(3_600_000 - 5_000);
    });
  });
}
