import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { failureOf } from "../contracts/failure.ts";
import type { AttemptReason, ParcelNotice, ParcelNotices, ParcelStatus } from "./port.ts";

type Request = Parameters<ParcelNotices["read"]>[0];

/** What a test has a partner tell. */
interface Told {
  orderId: string;
  status: ParcelStatus;
  reason?: AttemptReason;
  trackingNumber?: string;
}

/** A delivery partner that reports to us, and the port that reads its reports. */
export interface ParcelNoticesBench {
  notices: ParcelNotices;
  /** Has the partner tell something. */
  tell(told: Told): Promise<void>;
  /** What has arrived, oldest first. */
  requests(): Request[];
  /** The same as if somebody else had sent it. */
  forged(request: Request): Request;
  /** A body that the partner signs. @param at when; now unless given */
  signed(body: string, at?: Date): Request;
  stop(): Promise<void>;
}

/** What every `ParcelNotices` reads, whoever reports. */
export function parcelNoticesContract(partner: string, start: () => Promise<ParcelNoticesBench>): void {
  describe(`what ${partner} reports`, () => {
    let bench: ParcelNoticesBench;
    beforeAll(async () => {
      bench = await start();
    });
    afterAll(() => bench.stop());

    const refused = (request: Request) =>
      failureOf(Promise.resolve().then(() => bench.notices.read(request)));
    const aboutOrder = (orderId: string): ParcelNotice[] =>
      bench
        .requests()
        .flatMap((request) => bench.notices.read(request) ?? [])
        .filter((notice) => notice.orderId === orderId);

    it.each<Told>([
      { orderId: "ord_1", status: "picked-up", trackingNumber: "DLV-7" },
      { orderId: "ord_2", status: "out-for-delivery" },
      { orderId: "ord_3", status: "delivered" },
      { orderId: "ord_4", status: "attempt-failed", reason: "nobody-there" },
    ])("is read: $status", async (told) => {
      await bench.tell(told);
      await expect.poll(() => aboutOrder(told.orderId).length).toBeGreaterThan(0);
      const [notice] = aboutOrder(told.orderId);
      expect(notice).toEqual({ ...told, id: expect.stringMatching(/./), at: expect.stringMatching(/Z$/) });
    });

    it("comes more than once, with the same id", async () => {
      await bench.tell({ orderId: "ord_5", status: "delivered" });
      await expect.poll(() => aboutOrder("ord_5").length).toBeGreaterThan(1);
      expect(new Set(aboutOrder("ord_5").map(({ id }) => id)).size).toBe(1);
    });

    it("is refused of a stranger, when it was changed on its way, and when it is old", async () => {
      const [request] = bench.requests();
      if (!request) throw new Error("Nothing has arrived.");
      const old = bench.signed(request.body, new Date(Date.now() - 6 * 60_000));
      const early = bench.signed(request.body, new Date(Date.now() + 6 * 60_000));
      const changed = { ...request, body: request.body.replace("ord_", "ord_9") };
      const unsigned = { ...request, headers: new Headers() };
      for (const wrong of [bench.forged(request), changed, unsigned, old, early]) {
        expect(await refused(wrong)).toMatchObject({ kind: "final", status: 401 });
      }
    });

    it.each(["", "not json", "{", '{"type":"parcel.updated"}', '{"type":"parcel.updated","data":{}}'])(
      "is not readable when it is %j",
      async (body) => {
        expect(await refused(bench.signed(body))).toMatchObject({ kind: "final", status: 400 });
      },
    );

    it("is nothing when it is of a kind that nobody needs", () => {
      expect(bench.notices.read(bench.signed('{"type":"invoice.created","data":{}}'))).toBeUndefined();
      expect(bench.notices.read(bench.signed("[]"))).toBeUndefined();
    });
  });
}
