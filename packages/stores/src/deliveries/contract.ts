import { beforeEach, describe, expect, it } from "vitest";
import type { CountedDeliveries, Delivery } from "./port.ts";

export const delivery = (
  key: string,
  outcome: Pick<Delivery, "status" | "messageId" | "reason">,
): Delivery => ({
  key,
  subject: "ann_1",
  workflow: "send-bulk-email",
  recipient: "resident",
  channel: "email",
  ...outcome,
});

export interface DeliveryBench {
  deliveries: CountedDeliveries;
  /** As if a message had been recorded then; ISO 8601. */
  recordedAt(key: string, at: string): Promise<unknown>;
  reset(): Promise<unknown>;
}

/** What every store of deliveries does, whatever database it is in. */
export function deliveryContract(database: string, { deliveries, recordedAt, reset }: DeliveryBench): void {
  describe(`deliveries in ${database}`, () => {
    beforeEach(() => reset());

    it("many outcomes are recorded and read at once; of a key the last one counts, except that sent stays", async () => {
      await deliveries.recordMany([
        delivery("one", { status: "sent", messageId: "msg_1" }),
        delivery("two", { status: "failed", reason: "Refused." }),
      ]);
      await deliveries.recordMany([
        delivery("one", { status: "failed", reason: "Too late." }),
        delivery("two", { status: "sent", messageId: "msg_2" }),
        delivery("three", { status: "unknown", reason: "No answer." }),
      ]);
      const found = await deliveries.getMany(["one", "two", "three", "four"]);
      expect(found.toSorted((a, b) => a.key.localeCompare(b.key))).toMatchObject([
        { key: "one", status: "sent", messageId: "msg_1", reason: undefined },
        { key: "three", status: "unknown", messageId: undefined, reason: "No answer." },
        { key: "two", status: "sent", messageId: "msg_2", reason: undefined },
      ]);
      expect(await deliveries.get("one")).toMatchObject({ status: "sent", subject: "ann_1" });
    });

    it("all of many are recorded or none", async () => {
      // A status that the table refuses, as a mistaken caller would have it.
      const wrong: Delivery = JSON.parse(
        JSON.stringify({ ...delivery("six", { status: "sent" }), status: "lost" }),
      );
      const both = [delivery("five", { status: "sent", messageId: "msg_5" }), wrong];
      await expect(deliveries.recordMany(both)).rejects.toMatchObject({ kind: "final" });
      expect(await deliveries.getMany(["five", "six"])).toEqual([]);
    });

    it("nothing is recorded or read of nothing", async () => {
      await deliveries.recordMany([]);
      expect(await deliveries.getMany([])).toEqual([]);
    });

    it("a message is found by its vendor's id of it, unless that is of a push to many", async () => {
      await deliveries.recordMany([
        delivery("seven", { status: "sent", messageId: "msg_7" }),
        { ...delivery("eight", { status: "sent", messageId: "msg_8" }), channel: "push" },
        { ...delivery("nine", { status: "sent", messageId: "msg_8" }), channel: "push" },
      ]);
      expect(await deliveries.ofMessage("email", "msg_7")).toMatchObject({ key: "seven" });
      expect(await deliveries.ofMessage("sms", "msg_7")).toBeUndefined();
      expect(await deliveries.ofMessage("push", "msg_8")).toBeUndefined();
      expect(await deliveries.ofMessage("email", "msg_none")).toBeUndefined();
    });

    it("says how many messages of a span went which way, by channel", async () => {
      await deliveries.recordMany([
        delivery("a", { status: "sent", messageId: "msg_a" }),
        delivery("b", { status: "failed", reason: "Refused." }),
        { ...delivery("c", { status: "unknown", reason: "No answer." }), channel: "sms" },
        { ...delivery("d", { status: "sent", messageId: "msg_d" }), channel: "sms" },
        delivery("later", { status: "sent", messageId: "msg_later" }),
      ]);
      for (const key of ["a", "b", "c", "d"]) await recordedAt(key, "2026-11-01T00:00:00Z");
      await recordedAt("later", "2026-11-02T00:00:00Z");
      const span = { from: "2026-11-01T00:00:00Z", to: "2026-11-02T00:00:00Z" };
      expect(await deliveries.perChannel(span)).toEqual([
        { channel: "email", sent: 1, failed: 1, unknown: 0 },
        { channel: "sms", sent: 1, failed: 0, unknown: 1 },
      ]);
      expect(
        await deliveries.perChannel({ from: "2026-11-03T00:00:00Z", to: "2026-11-04T00:00:00Z" }),
      ).toEqual([]);
    });
  });
}
