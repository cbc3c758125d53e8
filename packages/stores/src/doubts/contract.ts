import type { EventToSend } from "@org/events";
import { messageInDoubt } from "@org/events/operations/message-in-doubt";
import { IntegrationError } from "@org/integrations/error";
import { beforeEach, describe, expect, it } from "vitest";
import type { Deliveries } from "../deliveries/port.ts";
import type { SendLedger } from "../ledger/port.ts";
import type { Doubts } from "./port.ts";

export interface DoubtBench {
  doubts: Doubts;
  deliveries: Deliveries;
  ledger: SendLedger;
  emitted(): Promise<EventToSend[]>;
  /** The calls in progress began a minute ago. */
  age(): Promise<unknown>;
  reset(): Promise<unknown>;
}

const key = "order-confirmation:ord_1:sms";
const delivery = {
  key,
  subject: "ord_1",
  workflow: "send-order-confirmation",
  recipient: "customer",
  channel: "sms",
} as const;
const run = {
  runId: "run_1",
  app: "mohallamart",
  workflow: "send-order-confirmation",
  events: [{ id: "e1", name: "order.created", data: { orderId: "ord_1" }, ts: 1 }],
};
const ambiguous = () =>
  Promise.reject(new IntegrationError("No answer.", { port: "sms", vendor: "twilio", kind: "ambiguous" }));

/** What every keeper of doubts promises. */
export function doubtContract(name: string, bench: DoubtBench): void {
  const { doubts, deliveries, ledger } = bench;

  describe(`doubts in ${name}`, () => {
    /** A message whose vendor did not answer, as the workflow and the ledger leave it. */
    async function beInDoubt(options: Parameters<typeof deliveries.record>[1] = { run }) {
      await ledger.once(key, ambiguous).catch(() => {});
      await deliveries.record({ ...delivery, status: "unknown", reason: "No answer." }, options);
    }

    beforeEach(() => bench.reset());

    it("lists each message once, the oldest first, also those that only the ledger knows", async () => {
      await beInDoubt();
      await ledger.once("alert:slack:1", ambiguous).catch(() => {});
      await ledger.once("settled", async () => "SM1");
      await ledger
        .once("failed", () =>
          Promise.reject(new IntegrationError("No.", { port: "sms", vendor: "twilio", kind: "final" })),
        )
        .catch(() => {});
      expect(await doubts.list()).toEqual([
        {
          key,
          subject: "ord_1",
          recipient: "customer",
          channel: "sms",
          workflow: "send-order-confirmation",
          reason: "No answer.",
          since: expect.any(String),
          asked: 0,
          told: false,
          runId: "run_1",
        },
        { key: "alert:slack:1", reason: "No answer.", since: expect.any(String), asked: 0, told: false },
      ]);
      expect(await doubts.count()).toBe(2);
      expect(await doubts.list({ limit: 1 })).toHaveLength(1);
      expect(await doubts.get("settled")).toBeUndefined();
    });

    it("a call whose process died is in doubt, one in progress is not", async () => {
      void ledger.once(key, () => new Promise(() => {}));
      await expect.poll(() => ledger.get(key)).toMatchObject({ state: "sending" });
      expect(await doubts.count()).toBe(0);
      await bench.age();
      expect(await doubts.list()).toMatchObject([{ key, runId: undefined }]);
      await deliveries.record({ ...delivery, status: "sent", messageId: "SM1" });
      expect(await doubts.count()).toBe(0);
    });

    it("what arrived is settled once, in the ledger as well", async () => {
      await beInDoubt();
      expect(await doubts.settle(key)).toBe(true);
      expect(await doubts.settle(key)).toBe(false);
      expect(await deliveries.get(key)).toMatchObject({ status: "sent", reason: undefined });
      expect(await ledger.once(key, async () => "again")).toEqual({});
      expect(await doubts.count()).toBe(0);
    });

    it("what was given up while only the ledger was in doubt is settled as arrived", async () => {
      await ledger.once(key, ambiguous).catch(() => {});
      await deliveries.record({ ...delivery, status: "failed", reason: "Another process." });
      expect(await doubts.settle(key)).toBe(true);
      expect(await deliveries.get(key)).toMatchObject({ status: "sent" });
    });

    it("what is to be sent again may be, with the event that has it done, and keeps its run until then", async () => {
      await beInDoubt();
      const emit = [messageInDoubt.create({ key })];
      expect(await doubts.allowAgain(key, { emit })).toBe(true);
      expect(await doubts.allowAgain(key, { emit })).toBe(false);
      expect(await bench.emitted()).toHaveLength(1);
      expect(await deliveries.get(key)).toMatchObject({ status: "failed" });
      await doubts.clear();
      expect(await doubts.run("run_1")).toEqual(run);
      expect(await ledger.once(key, async () => "SM2")).toBe("SM2");
      await deliveries.record({ ...delivery, status: "sent", messageId: "SM2" });
      await doubts.clear();
      expect(await doubts.run("run_1")).toBeUndefined();
    });

    it("what has no run is not allowed again, and nothing is emitted", async () => {
      await beInDoubt({});
      expect(await doubts.allowAgain(key, { emit: [messageInDoubt.create({ key })] })).toBe(false);
      expect(await bench.emitted()).toEqual([]);
      expect(await doubts.count()).toBe(1);
    });

    it("counts how often it was asked for, and remembers who was told", async () => {
      await beInDoubt();
      await ledger.once("alert:slack:1", ambiguous).catch(() => {});
      await doubts.markAsked(["run_1"]);
      await doubts.markAsked([]);
      await doubts.markTold([key, "alert:slack:1"]);
      await beInDoubt();
      expect(await doubts.list()).toMatchObject([
        { key, asked: 1, told: true },
        { key: "alert:slack:1", told: true },
      ]);
    });
  });
}
