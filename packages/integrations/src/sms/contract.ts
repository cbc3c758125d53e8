import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { failureOf, personal } from "../contracts/failure.ts";
import type { Fault } from "../contracts/fault.ts";
import type { Sms, SmsSender } from "./port.ts";

/** The vendor's emulator, and its adapter in front of it. */
export interface SmsBench {
  sender: SmsSender;
  /** The same with a time limit of 100 ms. */
  impatient: SmsSender;
  /** The same with credentials that the vendor does not know. */
  unauthorised: SmsSender;
  /** The same for an address on which nothing listens. */
  unreachable: SmsSender;
  /** The emulator's next requests. */
  failNext(fault: Fault): void;
  /** What has reached a phone. */
  phone(): { to: string; text?: string }[];
  reset(): Promise<void>;
  stop(): Promise<void>;
}

const sms = message(personal.text);

/** The bench's vendor has a template `text` of the one placeholder `text`, where it needs templates. */
function message(body: string): Sms {
  const template = { name: "text", values: { text: body } };
  return { to: personal.phone, body, template, key: "order-confirmation:ord_1:sms" };
}

/** What every `SmsSender` does, whoever is behind it. */
export function smsContract(vendor: string, start: () => Promise<SmsBench>): void {
  describe(`sms through ${vendor}`, () => {
    let bench: SmsBench;
    beforeAll(async () => {
      bench = await start();
    });
    beforeEach(() => bench.reset());
    afterAll(() => bench.stop());

    it("delivers a message as it was written, and names its id", async () => {
      const { messageId } = await bench.sender.send(sms);
      expect(messageId).not.toBe("");
      expect(bench.phone()).toMatchObject([{ to: sms.to, text: sms.body }]);
    });

    it("delivers characters outside ASCII", async () => {
      const text = "₹1,250 – धन्यवाद & more=less";
      await bench.sender.send(message(text));
      expect(bench.phone()).toMatchObject([{ text }]);
    });

    failureContract(() => bench);
  });
}

function failureContract(bench: () => SmsBench): void {
  it("a number that is none is final", async () => {
    expect((await failureOf(bench().sender.send({ ...sms, to: personal.name }))).kind).toBe("final");
    expect(bench().phone()).toEqual([]);
  });

  it("wrong credentials are final", async () => {
    expect((await failureOf(bench().unauthorised.send(sms))).kind).toBe("final");
  });

  it("over the rate limit is retryable after the wait the vendor asks for", async () => {
    bench().failNext({ status: 429, retryAfter: 2 });
    const error = await failureOf(bench().sender.send(sms));
    expect(error).toMatchObject({ kind: "retryable", status: 429, retryAfter: 2000 });
  });

  it.each([500, 502, 503])("a %i is ambiguous, and is not retried by the client", async (status) => {
    bench().failNext({ status });
    expect(await failureOf(bench().sender.send(sms))).toMatchObject({ kind: "ambiguous", status });
    expect(bench().phone()).toEqual([]);
  });

  it("no answer in time is ambiguous", async () => {
    bench().failNext({ delay: 2000 });
    expect((await failureOf(bench().impatient.send(sms))).kind).toBe("ambiguous");
  });

  it.each<Fault>([{ drop: true }, { cut: true }, { malformed: true }])("%j is ambiguous", async (fault) => {
    bench().failNext(fault);
    expect((await failureOf(bench().sender.send(sms))).kind).toBe("ambiguous");
  });

  it("a vendor that cannot be reached is retryable, nothing was sent", async () => {
    expect((await failureOf(bench().unreachable.send(sms))).kind).toBe("retryable");
  });
}
