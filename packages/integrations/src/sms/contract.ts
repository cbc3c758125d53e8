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
  /** Whether the vendor's 503 says that it did not take the message. */
  refusesUnsent: boolean;
  /** What has reached a phone. */
  phone(): { to: string; text?: string }[];
  reset(): Promise<void>;
  stop(): Promise<void>;
}

const sms = message(personal.text);

/** The bench's vendor has a template `text` of `text` and `more`, where it needs templates: a value has 30 characters. */
function message(body: string): Sms {
  const template = { name: "text", values: { text: body.slice(0, 30), more: body.slice(30) } };
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
    findingContract(() => bench);
  });
}

/** Of a vendor that cannot be asked nothing is expected. */
function findingContract(bench: () => SmsBench): void {
  const since = () => new Date().toISOString();

  it("a message whose answer was lost is found by its number and text, where the vendor can be asked", async () => {
    const { sender, failNext } = bench();
    if (!sender.find) return;
    const before = since();
    expect(await sender.find(sms, before)).toEqual({ state: "not-taken" });
    await sender.send(message("Another text"));
    expect(await sender.find(sms, before)).toEqual({ state: "not-taken" });
    failNext({ cut: true });
    await failureOf(sender.send(sms));
    expect(await sender.find(sms, before)).toEqual({ state: "taken", messageId: expect.stringMatching(/./) });
    expect(await sender.find({ ...sms, to: "+14155550199" }, before)).toEqual({ state: "not-taken" });
  });

  it("what was sent long before is another message, where the vendor can be asked", async () => {
    const { sender } = bench();
    if (!sender.find) return;
    await sender.send(sms);
    const later = new Date(Date.now() + 3_600_000).toISOString();
    expect(await sender.find(sms, later)).toEqual({ state: "not-taken" });
  });

  it("a vendor that does not answer proves nothing", async () => {
    const { unreachable } = bench();
    if (!unreachable.find) return;
    expect((await failureOf(unreachable.find(sms, since()))).kind).toBe("retryable");
  });
}

function failureContract(bench: () => SmsBench): void {
  it("a number that is none is final, and nobody else may try it", async () => {
    const error = await failureOf(bench().sender.send({ ...sms, to: personal.name }));
    expect(error).toMatchObject({ kind: "final", aboutRecipient: true });
    expect(bench().phone()).toEqual([]);
  });

  it("wrong credentials are final, and our own affair", async () => {
    const error = await failureOf(bench().unauthorised.send(sms));
    expect(error).toMatchObject({ kind: "final", aboutRecipient: false });
  });

  it("over the rate limit is retryable after the wait the vendor asks for", async () => {
    bench().failNext({ status: 429, retryAfter: 2 });
    const error = await failureOf(bench().sender.send(sms));
    expect(error).toMatchObject({ kind: "retryable", status: 429, retryAfter: 2000 });
  });

  it.each([500, 502])("a %i is ambiguous, and is not retried by the client", async (status) => {
    bench().failNext({ status });
    expect(await failureOf(bench().sender.send(sms))).toMatchObject({ kind: "ambiguous", status });
    expect(bench().phone()).toEqual([]);
  });

  it("a 503 is retryable only where it says that nothing was sent, and is not retried by the client", async () => {
    bench().failNext({ status: 503 });
    const kind = bench().refusesUnsent ? "retryable" : "ambiguous";
    expect(await failureOf(bench().sender.send(sms))).toMatchObject({ kind, status: 503 });
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
