import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { failureOf, personal } from "../contracts/failure.ts";
import type { Fault } from "../contracts/fault.ts";
import { noDevice, type Push, type PushSender, pushIdOf } from "./port.ts";

/** The vendor's emulator, and its adapter in front of it. */
export interface PushBench {
  sender: PushSender;
  /** The same for the people of another product. */
  ofAnotherProduct: PushSender;
  /** The same with a time limit of 100 ms. */
  impatient: PushSender;
  /** The same with a key that the vendor does not know. */
  unauthorised: PushSender;
  /** The same for an address on which nothing listens. */
  unreachable: PushSender;
  /** Gives the user of the first product a device. */
  subscribe(userId: string): Promise<void>;
  /** The emulator's next requests. */
  failNext(fault: Fault): void;
  /** What has reached a device. */
  devices(): { to: string; subject?: string; text?: string }[];
  reset(): Promise<void>;
  stop(): Promise<void>;
}

const push: Push = {
  userId: "user_asha1",
  title: `Thank you, ${personal.name}`,
  body: personal.text,
  url: "https://mohallamart.example/orders/ord_1",
  data: { orderId: "ord_1" },
  key: "order-confirmation:ord_1:push",
};

const toldAs = (userId: string) => pushIdOf("mohallamart", userId);

/** What every `PushSender` does, whoever is behind it. */
export function pushContract(vendor: string, start: () => Promise<PushBench>): void {
  describe(`push through ${vendor}`, () => {
    let bench: PushBench;
    beforeAll(async () => {
      bench = await start();
    });
    beforeEach(async () => {
      await bench.reset();
      await bench.subscribe(push.userId);
    });
    afterAll(() => bench.stop());

    describe("delivers", () => deliveryContract(() => bench));
    describe("forgets", () => forgettingContract(() => bench));
    describe("fails", () => failureContract(() => bench));
  });
}

function deliveryContract(bench: () => PushBench): void {
  it("a notification as it was written, and names its id", async () => {
    const { messageId } = await bench().sender.send(push);
    expect(messageId).not.toBe("");
    expect(bench().devices()).toMatchObject([
      { to: toldAs(push.userId), subject: push.title, text: push.body },
    ]);
  });

  it("nothing to whoever has the same id in another product, nor do they forget each other", async () => {
    const { ofAnotherProduct, sender } = bench();
    expect(await failureOf(ofAnotherProduct.send(push))).toMatchObject({ kind: "final", code: noDevice });
    await ofAnotherProduct.forget(push.userId);
    await sender.send({ ...push, key: "order-confirmation:ord_2:push" });
    expect(bench().devices()).toHaveLength(1);
  });

  it("a repeated key once, with the same id", async () => {
    const first = await bench().sender.send(push);
    expect(await bench().sender.send(push)).toEqual(first);
    expect(bench().devices()).toHaveLength(1);
  });

  it("another key again", async () => {
    await bench().sender.send(push);
    await bench().sender.send({ ...push, key: "order-confirmation:ord_2:push" });
    expect(bench().devices()).toHaveLength(2);
  });

  it("one notification to many, once per key, and names those without a device", async () => {
    await bench().subscribe("user_ravi1");
    const { userId, ...words } = push;
    const shared = { ...words, userIds: [userId, "user_nobody1", "user_ravi1"] };
    const sent = await bench().sender.sendMany(shared);
    expect(sent).toEqual({ messageId: expect.stringMatching(/./), withoutDevice: ["user_nobody1"] });
    expect(await bench().sender.sendMany(shared)).toEqual(sent);
    expect(bench().devices()).toMatchObject([
      { to: `${toldAs(userId)}, ${toldAs("user_ravi1")}`, subject: push.title, text: push.body },
    ]);
  });

  it("nothing when none of many has a device, which is no failure", async () => {
    const shared = { ...push, userIds: ["user_nobody1", "user_nobody2"] };
    expect(await bench().sender.sendMany(shared)).toEqual({ withoutDevice: shared.userIds });
    expect(bench().devices()).toEqual([]);
  });

  it.each<Fault>([{ cut: true }, { malformed: true }])(
    "a notification to many once whose answer was lost by %j",
    async (fault) => {
      const shared = { ...push, userIds: [push.userId, "user_nobody1"] };
      bench().failNext(fault);
      expect((await failureOf(bench().sender.sendMany(shared))).kind).toBe("retryable");
      await bench().sender.sendMany(shared);
      expect(bench().devices()).toHaveLength(1);
    },
  );

  it.each<Fault>([{ cut: true }, { malformed: true }])(
    "a notification once whose answer was lost by %j",
    async (fault) => {
      bench().failNext(fault);
      expect((await failureOf(bench().sender.send(push))).kind).toBe("retryable");
      await bench().sender.send(push);
      expect(bench().devices()).toHaveLength(1);
    },
  );
}

function forgettingContract(bench: () => PushBench): void {
  it("a user with their devices, who is then told nothing any more", async () => {
    await bench().sender.forget(push.userId);
    expect(await failureOf(bench().sender.send(push))).toMatchObject({ kind: "final", code: noDevice });
    expect(bench().devices()).toEqual([]);
  });

  it("nobody else", async () => {
    await bench().subscribe("user_ravi1");
    await bench().sender.forget("user_ravi1");
    await bench().sender.send(push);
    expect(bench().devices()).toHaveLength(1);
  });

  it("somebody whom the vendor does not know, or no longer, without a failure", async () => {
    await bench().sender.forget("user_nobody1");
    await bench().sender.forget(push.userId);
    await bench().sender.forget(push.userId);
  });

  it("nobody with a wrong API key, or without an answer", async () => {
    expect((await failureOf(bench().unauthorised.forget(push.userId))).kind).toBe("final");
    expect((await failureOf(bench().unreachable.forget(push.userId))).kind).toBe("retryable");
    bench().failNext({ status: 503 });
    expect((await failureOf(bench().sender.forget(push.userId))).kind).toBe("retryable");
    await bench().sender.send(push);
    expect(bench().devices()).toHaveLength(1);
  });
}

function failureContract(bench: () => PushBench): void {
  it("with final and a code of its own for a user without a device", async () => {
    const error = await failureOf(bench().sender.send({ ...push, userId: "user_nobody1" }));
    expect(error).toMatchObject({ kind: "final", code: noDevice });
    expect(bench().devices()).toEqual([]);
  });

  it.each([0, 20_001])("with final for %i users at once", async (howMany) => {
    const userIds = Array.from({ length: howMany }, (_none, number) => `user_${number}`);
    expect((await failureOf(bench().sender.sendMany({ ...push, userIds }))).kind).toBe("final");
    expect(bench().devices()).toEqual([]);
  });

  it("with final for a wrong API key", async () => {
    expect((await failureOf(bench().unauthorised.send(push))).kind).toBe("final");
    expect(bench().devices()).toEqual([]);
  });

  it("with final for a notification that the vendor refuses", async () => {
    bench().failNext({ status: 400 });
    expect(await failureOf(bench().sender.send(push))).toMatchObject({ kind: "final", status: 400 });
  });

  it("with retryable and the wait the vendor asks for over the rate limit", async () => {
    bench().failNext({ status: 429, retryAfter: 2 });
    const error = await failureOf(bench().sender.send(push));
    expect(error).toMatchObject({ kind: "retryable", status: 429, retryAfter: 2000 });
  });

  it.each([500, 502, 503])("with retryable for a %i, without retrying by itself", async (status) => {
    bench().failNext({ status });
    expect(await failureOf(bench().sender.send(push))).toMatchObject({ kind: "retryable", status });
    expect(bench().devices()).toEqual([]);
  });

  it("with retryable when no answer comes in time", async () => {
    bench().failNext({ delay: 2000 });
    const error = await failureOf(bench().impatient.send(push));
    expect(error).toMatchObject({ kind: "retryable", code: "ETIMEDOUT" });
  });

  it("with retryable when the connection breaks", async () => {
    bench().failNext({ drop: true });
    expect((await failureOf(bench().sender.send(push))).kind).toBe("retryable");
  });

  it("with retryable when the vendor cannot be reached", async () => {
    const error = await failureOf(bench().unreachable.send(push));
    expect(error).toMatchObject({ kind: "retryable", code: "ECONNREFUSED" });
  });
}
