import type { EventClient } from "@org/events";
import { beforeEach, describe, expect, it } from "vitest";
import type { NewDeadLetter } from "../dead-letters/port.ts";
import type { Cascades } from "./port.ts";

/** A store that the suite can look behind. */
export interface CascadeBench {
  cascades: Cascades;
  outbox: EventClient;
  /** The engine took the event, and started a function for it. */
  started(eventId: string, functionId: string): Promise<void>;
  record(letter: NewDeadLetter): Promise<unknown>;
  reset(): Promise<void>;
}

const event = (id: string, data: Record<string, unknown>) => ({
  id,
  name: id.split(":")[0] ?? "",
  v: "2026-11-01.01",
  data,
});
const letter = {
  runId: "run_1",
  app: "mohallamart",
  workflow: "deliver-email",
  failedAt: "2026-11-01T10:00:00.000Z",
  events: [{ id: "email.requested:1", name: "email.requested", data: {} }],
  error: { name: "Error", message: "Refused." },
};
const caused = (by: string, root = by) => ({ causationId: by, correlationId: root });

export function cascadeContract(store: string, bench: CascadeBench): void {
  const { cascades, outbox, started, record, reset } = bench;

  describe(`cascades in ${store}`, () => {
    beforeEach(async () => {
      await reset();
      await outbox.send([
        event("order.created:ord_1", { orderId: "ord_1", userId: "user_1" }),
        event("order.created:ord_10", { orderId: "ord_10", userId: "user_1" }),
        event("email.requested:1", { ...caused("order.created:ord_1"), template: "order-confirmation" }),
        event("email.requested:2", { ...caused("email.requested:1", "order.created:ord_1") }),
        event("shop.approved:shop_1", { shopId: "shop_1" }),
        event("01K8Z3M4T5V6W7X8Y9Z0A1B2C3", { residentId: "res_1" }),
        event("notice.asked:9", caused("01K8Z3M4T5V6W7X8Y9Z0A1B2C3")),
      ]);
    });

    const idsAbout = async (about: string) => (await cascades.find(about)).events.map(({ id }) => id);

    it("finds all that followed from an order, and nothing of one whose id begins alike", async () => {
      expect(await idsAbout("ord_1")).toEqual([
        "order.created:ord_1",
        "email.requested:1",
        "email.requested:2",
      ]);
    });

    it.each(["order.created:ord_1", "email.requested:1", "email.requested:2"])(
      "finds the whole cascade from its event %s",
      async (id) => {
        expect(await idsAbout(id)).toEqual(["order.created:ord_1", "email.requested:1", "email.requested:2"]);
      },
    );

    it("finds what followed from an event without a business key, by the person that began it", async () => {
      expect(await idsAbout("res_1")).toEqual(["01K8Z3M4T5V6W7X8Y9Z0A1B2C3", "notice.asked:9"]);
    });

    it("finds everything about a person", async () => {
      expect(await idsAbout("user_1")).toEqual([
        ...["order.created:ord_1", "order.created:ord_10", "email.requested:1", "email.requested:2"],
      ]);
    });

    it.each(["ord_2", "%", "ord", "'; drop table platform.outbox --"])(
      "finds nothing about %s",
      async (about) => {
        expect(await cascades.find(about)).toEqual({ events: [], letters: [], complete: true });
      },
    );

    it("says how far each event came, what it was seen to start, and which runs failed", async () => {
      await started("order.created:ord_1", "mohallamart-order-saga");
      await record(letter);
      const { events, letters, complete } = await cascades.find("ord_1");
      expect(events).toMatchObject([
        {
          v: "2026-11-01.01",
          data: { orderId: "ord_1" },
          acceptedAt: expect.any(String),
          functions: [{ functionId: "mohallamart-order-saga", ended: false }],
        },
        { acceptedAt: undefined, functions: [] },
        { acceptedAt: undefined, functions: [] },
      ]);
      expect(letters).toMatchObject([{ ...letter, status: "open" }]);
      expect(complete).toBe(true);
    });

    it("finds who asked for a replay of a failed run, which names nothing but that run", async () => {
      await record(letter);
      await outbox.send([event("replay:1", { runId: "run_1" }), event("replay:10", { runId: "run_10" })]);
      expect(await idsAbout("ord_1")).toEqual([
        ...["order.created:ord_1", "email.requested:1", "email.requested:2", "replay:1"],
      ]);
    });

    it("keeps to the latest of more than anybody reads, and says so", async () => {
      const many = Array.from({ length: 305 }, (_, n) =>
        event(`order.updated:ord_7:${n}`, { orderId: "ord_7" }),
      );
      await outbox.send(many);
      const { events, complete } = await cascades.find("ord_7");
      expect([events.length, events.at(-1)?.id, complete]).toEqual([300, "order.updated:ord_7:304", false]);
    });
  });
}
