import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { failureOf } from "../contracts/failure.ts";
import { type DeliveryReport, type DeliveryReports, isOwnersWord } from "./port.ts";

/** A request as a vendor sends it. */
export interface ReportRequest {
  url: string;
  body: string;
  headers: Headers;
}

/** A vendor that reports to us, and the port that reads its reports. */
export interface DeliveryReportsBench {
  reports: DeliveryReports;
  /** Has the vendor send a message that arrives. @returns its id at the vendor. */
  send(): Promise<string>;
  /** What the vendor has sent to our address, oldest first. */
  requests(): readonly ReportRequest[];
  /** The same request with another signature, in the vendor's way. */
  forged(request: ReportRequest): ReportRequest;
  /** A request that the vendor's own secret signs, with this body. */
  signed(body: string): ReportRequest;
  stop(): Promise<void>;
}

/** What every `DeliveryReports` reads, whoever reports. */
export function deliveryReportsContract(vendor: string, start: () => Promise<DeliveryReportsBench>): void {
  describe(`what ${vendor} reports of messages`, () => {
    let bench: DeliveryReportsBench;
    beforeAll(async () => {
      bench = await start();
    });
    afterAll(() => bench.stop());

    const read = (request: ReportRequest) => bench.reports.read(request);
    const readAll = (): DeliveryReport[] =>
      bench
        .requests()
        .flatMap((request) => read(request).flatMap((report) => (isOwnersWord(report) ? [] : [report])));

    it("is that a message was delivered, by the id that sending it gave", async () => {
      const messageId = await bench.send();
      await expect.poll(() => readAll().filter((report) => report.messageId === messageId)).toHaveLength(1);
      const [report] = readAll();
      expect(report).toMatchObject({ messageId, state: "delivered", endsAddress: false });
      expect(Math.abs(Date.parse(report?.at ?? "") - Date.now())).toBeLessThan(60_000);
    });

    it("is read the same way when it comes again", async () => {
      await bench.send();
      await expect.poll(() => readAll().length).toBeGreaterThan(0);
      const withoutTime = () => readAll().map(({ at: _, ...report }) => report);
      expect(withoutTime()).toEqual(withoutTime());
    });

    it("is refused when somebody else signed it, or nobody", async () => {
      await bench.send();
      await expect.poll(() => bench.requests().length).toBeGreaterThan(0);
      const [request] = bench.requests();
      if (!request) throw new Error("Nothing was reported.");
      const unsigned = { ...request, url: request.url.split("?")[0] ?? "", headers: new Headers() };
      for (const other of [bench.forged(request), unsigned]) {
        const error = await failureOf(Promise.resolve().then(() => read(other)));
        expect(error).toMatchObject({ port: "delivery-reports", kind: "final", status: 401 });
      }
    });

    it("is refused when the vendor signed what cannot be read", async () => {
      const error = await failureOf(Promise.resolve().then(() => read(bench.signed("data=%5B%7B%7D%5D"))));
      expect(error).toMatchObject({ port: "delivery-reports", kind: "final", status: 400 });
    });
  });
}
