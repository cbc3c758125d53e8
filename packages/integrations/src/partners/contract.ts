import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { failureOf, personal } from "../contracts/failure.ts";
import type { Fault } from "../contracts/fault.ts";
import type { Partner, PartnerMessage } from "./port.ts";

/** The partner's emulator, and its adapter in front of it. */
export interface PartnerBench {
  partner: Partner;
  /** The same with a time limit of 100 ms. */
  impatient: Partner;
  /** The same with a secret that the partner does not know. */
  unauthorised: Partner;
  /** The same for an address on which nothing listens. */
  unreachable: Partner;
  /** The emulator's next requests. */
  failNext(fault: Fault): void;
  /** What the partner has taken. */
  received(): { type: string; timestamp: string; data: Record<string, unknown> }[];
  reset(): Promise<void>;
  stop(): Promise<void>;
}

const message: PartnerMessage = {
  type: "customer.updated",
  occurredAt: "2026-11-01T10:00:00.000Z",
  data: { userId: "user_1", name: personal.name, email: personal.email, note: "₹1,250 – धन्यवाद" },
  key: "sync-user:user_1:1",
};

/** What every `Partner` does, whoever is behind it. */
export function partnerContract(name: string, start: () => Promise<PartnerBench>): void {
  describe(`the ${name} partner`, () => {
    let bench: PartnerBench;
    beforeAll(async () => {
      bench = await start();
    });
    beforeEach(() => bench.reset());
    afterAll(() => bench.stop());

    describe("hears", () => deliveryContract(() => bench));
    describe("fails", () => failureContract(() => bench));
  });
}

function deliveryContract(bench: () => PartnerBench): void {
  it("what happened, as it was said, under an id", async () => {
    const { messageId } = await bench().partner.send(message);
    expect(messageId).not.toBe("");
    const { type, occurredAt: timestamp, data } = message;
    expect(bench().received()).toEqual([{ type, timestamp, data }]);
  });

  it("a repeated key once, under the same id", async () => {
    const first = await bench().partner.send(message);
    expect(await bench().partner.send(message)).toEqual(first);
    expect(bench().received()).toHaveLength(1);
  });

  it("another key again", async () => {
    await bench().partner.send(message);
    await bench().partner.send({ ...message, key: "sync-user:user_1:2" });
    expect(bench().received()).toHaveLength(2);
  });

  it("a message once whose answer was lost", async () => {
    bench().failNext({ cut: true });
    expect((await failureOf(bench().partner.send(message))).kind).toBe("retryable");
    await bench().partner.send(message);
    expect(bench().received()).toHaveLength(1);
  });

  it("a message whose acceptance is not readable: that it was taken is all that counts", async () => {
    bench().failNext({ malformed: true });
    await bench().partner.send(message);
    expect(bench().received()).toHaveLength(1);
  });
}

function failureContract(bench: () => PartnerBench): void {
  it("with final for a signature that the partner does not accept", async () => {
    expect((await failureOf(bench().unauthorised.send(message))).kind).toBe("final");
    expect(bench().received()).toEqual([]);
  });

  it.each([400, 404, 410, 422])("with final for a %i", async (status) => {
    bench().failNext({ status });
    expect(await failureOf(bench().partner.send(message))).toMatchObject({ kind: "final", status });
  });

  it("with retryable and the wait the partner asks for over the rate limit", async () => {
    bench().failNext({ status: 429, retryAfter: 2 });
    const error = await failureOf(bench().partner.send(message));
    expect(error).toMatchObject({ kind: "retryable", status: 429, retryAfter: 2000 });
  });

  it.each([500, 502, 503])("with retryable for a %i, without retrying by itself", async (status) => {
    bench().failNext({ status });
    expect(await failureOf(bench().partner.send(message))).toMatchObject({ kind: "retryable", status });
    expect(bench().received()).toEqual([]);
  });

  it("with retryable when no answer comes in time", async () => {
    bench().failNext({ delay: 2000 });
    const error = await failureOf(bench().impatient.send(message));
    expect(error).toMatchObject({ kind: "retryable", code: "ETIMEDOUT" });
  });

  it("with retryable when the connection breaks", async () => {
    bench().failNext({ drop: true });
    expect((await failureOf(bench().partner.send(message))).kind).toBe("retryable");
  });

  it("with retryable when the partner cannot be reached", async () => {
    expect((await failureOf(bench().unreachable.send(message))).kind).toBe("retryable");
  });
}
