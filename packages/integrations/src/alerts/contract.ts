import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { failureOf } from "../contracts/failure.ts";
import type { Fault } from "../contracts/fault.ts";
import type { FailureKind } from "../error.ts";
import type { Alert, AlertSender } from "./port.ts";

/** The vendor's emulator, and its adapter in front of it. */
export interface AlertBench {
  sender: AlertSender;
  /** The same with a time limit of 100 ms. */
  impatient: AlertSender;
  /** The same with a key that the vendor does not know. */
  unauthorised: AlertSender;
  /** The same for an address on which nothing listens. */
  unreachable: AlertSender;
  /** The emulator's next requests. */
  failNext(fault: Fault): void;
  /** What the people who run the system see. */
  told(): { subject?: string; text?: string }[];
  reset(): Promise<void>;
  stop(): Promise<void>;
}

const alert: Alert = {
  group: "run-failed:send-order-confirmation",
  severity: "critical",
  title: "3 runs of send-order-confirmation <failed>",
  text: "Resend answered 503 & gave up.\nReplay them from the console.",
  url: "https://ops.mohallamart.example/runs?status=failed",
  key: "run-failed:run_1",
  at: "2026-11-02T04:30:00.000Z",
};

/**
 * What every `AlertSender` does, whoever is behind it.
 * @param unknown what an unknown outcome is: `retryable` where the vendor knows a repeated key, `ambiguous` elsewhere.
 */
export function alertContract(vendor: string, unknown: FailureKind, start: () => Promise<AlertBench>): void {
  describe(`alerts through ${vendor}`, () => {
    let bench: AlertBench;
    beforeAll(async () => {
      bench = await start();
    });
    beforeEach(() => bench.reset());
    afterAll(() => bench.stop());

    it("tells an alert as it was written, with where to look, and names its id", async () => {
      const { messageId } = await bench.sender.send(alert);
      expect(messageId).not.toBe("");
      const [told] = bench.told();
      const shown = `${told?.subject}\n${told?.text}`;
      for (const part of [alert.title, ...alert.text.split("\n"), alert.url]) expect(shown).toContain(part);
    });

    failureContract(() => bench, unknown);
  });
}

function failureContract(bench: () => AlertBench, unknown: FailureKind): void {
  it("a wrong token is final", async () => {
    expect((await failureOf(bench().unauthorised.send(alert))).kind).toBe("final");
    expect(bench().told()).toEqual([]);
  });

  it("over the rate limit is retryable after the wait the vendor asks for", async () => {
    bench().failNext({ status: 429, retryAfter: 2 });
    const error = await failureOf(bench().sender.send(alert));
    expect(error).toMatchObject({ kind: "retryable", status: 429, retryAfter: 2000 });
  });

  it.each([500, 502, 503])(`a %i is ${unknown}, and is not retried by the client`, async (status) => {
    bench().failNext({ status });
    expect(await failureOf(bench().sender.send(alert))).toMatchObject({ kind: unknown, status });
    expect(bench().told()).toEqual([]);
  });

  it(`no answer in time is ${unknown}`, async () => {
    bench().failNext({ delay: 2000 });
    expect((await failureOf(bench().impatient.send(alert))).kind).toBe(unknown);
  });

  it.each<Fault>([{ drop: true }, { cut: true }, { malformed: true }])(`%j is ${unknown}`, async (fault) => {
    bench().failNext(fault);
    expect((await failureOf(bench().sender.send(alert))).kind).toBe(unknown);
  });

  it("a vendor that cannot be reached is retryable, nothing was sent", async () => {
    expect((await failureOf(bench().unreachable.send(alert))).kind).toBe("retryable");
  });
}
