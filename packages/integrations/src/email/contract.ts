import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { failureOf, personal } from "../contracts/failure.ts";
import type { Fault } from "../contracts/fault.ts";
import type { Email, EmailSender } from "./port.ts";

/** The vendor's emulator, and its adapter in front of it. */
export interface EmailBench {
  sender: EmailSender;
  /** The same with a time limit of 100 ms. */
  impatient: EmailSender;
  /** The same with a key that the vendor does not know. */
  unauthorised: EmailSender;
  /** The same for an address on which nothing listens. */
  unreachable: EmailSender;
  /** The emulator's next requests. */
  failNext(fault: Fault): void;
  /** What has reached a mailbox. */
  mailbox(): { to: string; subject?: string; text?: string; html?: string }[];
  reset(): Promise<void>;
  stop(): Promise<void>;
}

const email: Email = {
  to: personal.email,
  subject: `Thank you, ${personal.name}`,
  html: `<p>${personal.text}</p>`,
  text: personal.text,
  key: "order-confirmation:ord_1:email",
};

/** What every `EmailSender` does, whoever is behind it. */
export function emailContract(vendor: string, start: () => Promise<EmailBench>): void {
  describe(`email through ${vendor}`, () => {
    let bench: EmailBench;
    beforeAll(async () => {
      bench = await start();
    });
    beforeEach(() => bench.reset());
    afterAll(() => bench.stop());

    describe("delivers", () => deliveryContract(() => bench));
    describe("fails", () => failureContract(() => bench));
  });
}

function deliveryContract(bench: () => EmailBench): void {
  it("an email as it was written, and names its id", async () => {
    const { messageId } = await bench().sender.send(email);
    expect(messageId).not.toBe("");
    const { to, subject, text, html } = email;
    expect(bench().mailbox()).toMatchObject([{ to, subject, text, html }]);
  });

  it("no line break in a subject or a header", async () => {
    const broken = "Mango\r\nBcc: all@example.com\u2028Alphonso";
    await bench().sender.send({ ...email, subject: broken, headers: { "X-Entity-Ref-ID": broken } });
    await bench().sender.sendBatch([{ ...email, subject: broken }], "batch:1");
    const subject = "Mango Bcc: all@example.com Alphonso";
    expect(bench().mailbox()).toMatchObject([{ subject }, { subject }]);
  });

  it("a repeated key once, with the same id", async () => {
    const first = await bench().sender.send(email);
    expect(await bench().sender.send(email)).toEqual(first);
    expect(bench().mailbox()).toHaveLength(1);
  });

  it("an email once whose answer was lost", async () => {
    bench().failNext({ cut: true });
    expect((await failureOf(bench().sender.send(email))).kind).toBe("retryable");
    await bench().sender.send(email);
    expect(bench().mailbox()).toHaveLength(1);
  });

  it("a batch, one message each, in order, and once per key", async () => {
    const batch = ["one@example.com", "two@example.com"].map((to) => ({ ...email, to }));
    const sent = await bench().sender.sendBatch(batch, "digest:2026-11-01");
    expect(new Set(sent.map((one) => ("messageId" in one ? one.messageId : ""))).size).toBe(2);
    expect(sent).toEqual([
      { messageId: expect.stringMatching(/./) },
      { messageId: expect.stringMatching(/./) },
    ]);
    expect(await bench().sender.sendBatch(batch, "digest:2026-11-01")).toEqual(sent);
    expect(
      bench()
        .mailbox()
        .map(({ to }) => to),
    ).toEqual(["one@example.com", "two@example.com"]);
  });

  it("all of a batch but those that are refused, wherever they stand, and says which, without quoting them", async () => {
    const { html, text } = email;
    const to = (address: string) => ({ to: address, subject: "Hello", html, text });
    const batch = [
      personal.name,
      "one@example.com",
      "two@example.com",
      `${personal.text}@`,
      "three@example.com",
    ];
    const send = () => bench().sender.sendBatch(batch.map(to), "digest:2026-11-02");
    const outcomes = await send();
    expect(outcomes.map((one) => Object.keys(one))).toEqual([
      ["refused"],
      ["messageId"],
      ["messageId"],
      ["refused"],
      ["messageId"],
    ]);
    expect(JSON.stringify(outcomes)).not.toContain(personal.name);
    expect(await send()).toEqual(outcomes);
    const reached = bench()
      .mailbox()
      .map((received) => received.to);
    expect(reached).toEqual(["one@example.com", "two@example.com", "three@example.com"]);
    expect(await bench().sender.sendBatch([to("")], "digest:2026-11-03")).toEqual([
      { refused: expect.any(String) },
    ]);
  });

  it("a batch once whose answer was lost", async () => {
    const batch = ["one@example.com", "nobody"].map((to) => ({ ...email, to }));
    bench().failNext({ cut: true });
    expect((await failureOf(bench().sender.sendBatch(batch, "digest:2026-11-04"))).kind).toBe("retryable");
    await bench().sender.sendBatch(batch, "digest:2026-11-04");
    expect(bench().mailbox()).toHaveLength(1);
  });

  it("once under a key that was used for other words, which counts as sent", async () => {
    await bench().sender.send(email);
    expect(await bench().sender.send({ ...email, subject: "Another" })).toEqual({});
    expect(bench().mailbox()).toHaveLength(1);
  });

  it("once for a batch under a key that was used for other words, which counts as sent", async () => {
    await bench().sender.sendBatch([email, email], "digest:2026-11-05");
    const other = [{ ...email, subject: "Another" }, email];
    expect(await bench().sender.sendBatch(other, "digest:2026-11-05")).toEqual([{}, {}]);
    expect(bench().mailbox()).toHaveLength(2);
  });

  it("nothing for an empty batch", async () => {
    expect(await bench().sender.sendBatch([], "digest:2026-11-01")).toEqual([]);
  });
}

function failureContract(bench: () => EmailBench): void {
  it("with final for a batch of more than 100", async () => {
    const batch = Array.from({ length: 101 }, () => email);
    expect((await failureOf(bench().sender.sendBatch(batch, "digest"))).kind).toBe("final");
    expect(bench().mailbox()).toEqual([]);
  });

  it.each(["", "k".repeat(257)])("with final for the key %j", async (key) => {
    expect((await failureOf(bench().sender.send({ ...email, key }))).kind).toBe("final");
    expect(bench().mailbox()).toEqual([]);
  });

  it("with final for a recipient that is no address", async () => {
    const error = await failureOf(bench().sender.send({ ...email, to: personal.name }));
    expect(error.kind).toBe("final");
  });

  it("with final for a wrong API key", async () => {
    expect((await failureOf(bench().unauthorised.send(email))).kind).toBe("final");
  });

  it("with retryable and the wait the vendor asks for over the rate limit", async () => {
    bench().failNext({ status: 429, retryAfter: 2 });
    const error = await failureOf(bench().sender.send(email));
    expect(error).toMatchObject({ kind: "retryable", status: 429, retryAfter: 2000 });
  });

  it.each([500, 502, 503])("with retryable for a %i, without retrying by itself", async (status) => {
    bench().failNext({ status });
    const error = await failureOf(bench().sender.send(email));
    expect(error).toMatchObject({ kind: "retryable", status });
    expect(bench().mailbox()).toEqual([]);
  });

  it("with retryable when no answer comes in time", async () => {
    bench().failNext({ delay: 2000 });
    expect((await failureOf(bench().impatient.send(email))).kind).toBe("retryable");
  });

  it.each<Fault>([{ drop: true }, { cut: true }, { malformed: true }])(
    "with retryable for %j",
    async (fault) => {
      bench().failNext(fault);
      expect((await failureOf(bench().sender.send(email))).kind).toBe("retryable");
    },
  );

  it("with retryable when the vendor cannot be reached", async () => {
    expect((await failureOf(bench().unreachable.send(email))).kind).toBe("retryable");
  });
}
