import type { DeliveryReport, ReportedState } from "@org/integrations/delivery-reports/port";
import { IntegrationError } from "@org/integrations/error";
import { referenceOf } from "@org/integrations/message-reference";
import { beforeEach, describe, expect, it } from "vitest";
import type { Deliveries } from "../deliveries/port.ts";
import type { Doubts } from "../doubts/port.ts";
import type { SendLedger } from "../ledger/port.ts";
import type { Suppressions } from "../suppressions/port.ts";
import type { DeliveryReportBook } from "./port.ts";

export interface DeliveryReportBench {
  reports: DeliveryReportBook;
  deliveries: Deliveries;
  doubts: Doubts;
  ledger: SendLedger;
  suppressions: Suppressions;
  forgetReports(): Promise<unknown>;
  /** As they are kept. */
  suppressionRows(): Promise<unknown>;
  reset(): Promise<unknown>;
}

const key = "welcome:user_1:email";
const delivery = {
  key,
  subject: "user_1",
  workflow: "welcome",
  recipient: "customer",
  channel: "email",
} as const;
const at = "2026-11-01T10:00:00.000Z";
const report = (state: ReportedState, more: Partial<DeliveryReport> = {}): DeliveryReport => ({
  messageId: "re_1",
  channel: "email",
  state,
  endsAddress: false,
  at,
  ...more,
});
/** What every book of delivery reports promises. */
export function deliveryReportContract(name: string, bench: DeliveryReportBench): void {
  const { reports, deliveries, doubts, ledger, suppressions } = bench;
  describe(`delivery reports in ${name}`, () => {
    const stateOf = async (of = key) => (await deliveries.get(of))?.report?.state;

    beforeEach(() => bench.reset());

    it("a report is told with its delivery, whichever of the two came first", async () => {
      await reports.take([report("delivered")]);
      await deliveries.record({ ...delivery, status: "sent", messageId: "re_1" });
      expect(await deliveries.get(key)).toMatchObject({ status: "sent", report: { state: "delivered", at } });
      expect(await deliveries.list({ subject: "user_1" })).toMatchObject([
        { report: { state: "delivered" } },
      ]);
      expect(await deliveries.getMany([key])).toMatchObject([{ report: { state: "delivered" } }]);
    });

    it("in every order, and twice, the same comes of the same reports", async () => {
      await deliveries.record({ ...delivery, status: "sent", messageId: "re_1" });
      const all = ["delivered", "bounced", "complained"] as const;
      const orders = all.flatMap((first) =>
        all.filter((next) => next !== first).map((next) => [first, next, ...all]),
      );
      for (const order of orders) {
        await bench.forgetReports();
        for (const state of order) await reports.take([report(state)]);
        expect(await stateOf(), order.join()).toBe("complained");
      }
    });

    it("of a channel's id nothing is told of another channel's, nor of one notification to many", async () => {
      await deliveries.record({ ...delivery, status: "sent", messageId: "re_1" });
      await reports.take([report("undelivered", { channel: "sms" })]);
      expect(await stateOf()).toBeUndefined();
      const push = { ...delivery, channel: "push", status: "sent", messageId: "n1" } as const;
      await deliveries.record({ ...push, key: "one" });
      await reports.take([report("delivered", { channel: "push", messageId: "n1" })]);
      expect(await stateOf("one")).toBe("delivered");
      await deliveries.record({ ...push, key: "two" });
      expect([await stateOf("one"), await stateOf("two")]).toEqual([undefined, undefined]);
    });

    it("an address at its end is suppressed with the report, for its channel, and lifted again", async () => {
      await reports.take([
        report("bounced", { address: "Asha@Example.com", endsAddress: true }),
        report("complained", { messageId: "re_2", address: "asha@example.com", endsAddress: true }),
        report("bounced", { messageId: "re_3", address: "maya@example.com" }),
      ]);
      expect(await suppressions.find("email", "Asha Rao <asha@example.com>")).toMatchObject({
        reason: "bounced",
      });
      expect(await suppressions.find("sms", "asha@example.com")).toBeUndefined();
      expect(await suppressions.find("email", "maya@example.com")).toBeUndefined();
      expect(await suppressions.counts()).toEqual([{ channel: "email", reason: "bounced", count: 1 }]);
      expect(await suppressions.lift("email", "asha@example.com")).toBe(true);
      expect(await suppressions.lift("email", "asha@example.com")).toBe(false);
      expect(JSON.stringify(await bench.suppressionRows())).not.toContain("asha");
    });

    it("a report that names our reference ends the doubt about its message", async () => {
      const sms = { ...delivery, key: "order-confirmation:ord_1:sms", channel: "sms" } as const;
      const failure = new IntegrationError("No answer.", { port: "sms", vendor: "msg91", kind: "ambiguous" });
      await ledger.once(sms.key, () => Promise.reject(failure)).catch(() => {});
      await deliveries.record({ ...sms, status: "unknown", reason: "No answer." });
      await reports.take([
        report("delivered", { channel: "sms", messageId: "r1", reference: referenceOf(sms.key) }),
      ]);
      expect(await deliveries.get(sms.key)).toMatchObject({
        status: "sent",
        messageId: "r1",
        report: { state: "delivered" },
      });
      expect(await doubts.count()).toBe(0);
      expect(await ledger.once(sms.key, async () => "again")).toEqual({ messageId: "r1" });
    });

    it("one wrong report keeps all of its request from being booked", async () => {
      const wrong = report("delivered", { messageId: "re_2", at: "never" });
      await expect(reports.take([report("delivered"), wrong])).rejects.toThrow();
      await deliveries.record({ ...delivery, status: "sent", messageId: "re_1" });
      expect(await stateOf()).toBeUndefined();
    });

    it("the owner of a number says that they want no texts, and that they want them again, as often as they like", async () => {
      const address = "+919800000003";
      const word = (messageId: string, wants: boolean) =>
        ({ channel: "sms", messageId, address, wants }) as const;
      const isTexted = async () => (await suppressions.find("sms", address)) === undefined;
      await reports.take([word("SM1", false), word("SM1", false)]);
      expect(await suppressions.find("sms", address)).toMatchObject({ reason: "opted-out" });
      await reports.take([word("SM2", true), word("SM2", true)]);
      expect(await isTexted()).toBe(true);
      // Told once more of an earlier text, late: what its owner said since then counts.
      await reports.take([word("SM1", false)]);
      expect(await isTexted()).toBe(true);
      await reports.take([word("SM3", false)]);
      await reports.take([word("SM2", true)]);
      expect(await isTexted()).toBe(false);
    });

    it("an address that was let again stays so when the same report comes once more, until another one says so", async () => {
      const ended = (messageId: string) =>
        report("bounced", { messageId, address: "asha@example.com", endsAddress: true });
      await reports.take([ended("re_1")]);
      await suppressions.lift("email", "asha@example.com");
      await reports.take([ended("re_1"), report("delivered", { address: "asha@example.com" })]);
      expect(await suppressions.find("email", "asha@example.com")).toBeUndefined();
      await reports.take([ended("re_2")]);
      expect(await suppressions.find("email", "asha@example.com")).toMatchObject({ reason: "bounced" });
    });

    it("a message that did not arrive is told of once with each thing that is known anew", async () => {
      const told: string[] = [];
      const take = (state: ReportedState) =>
        reports.take([report(state)], {
          emit: (lost) => {
            told.push(...lost.map(({ messageId, channel, state: as }) => `${messageId} ${channel} ${as}`));
            return [];
          },
        });
      for (const state of ["delivered", "bounced", "delivered", "bounced", "undelivered"] as const)
        await take(state);
      expect(told).toEqual(["re_1 email bounced"]);
    });
  });
}
