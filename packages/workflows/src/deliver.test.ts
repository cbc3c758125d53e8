import { IntegrationError } from "@org/integrations/error";
import { createTestEngine } from "@org/local-engine/test";
import type { Deliveries, Delivery } from "@org/stores/deliveries/port";
import { expect, it, onTestFinished } from "vitest";
import { workflowClient } from "./client.ts";
import {
  type BatchDeliveryOptions,
  type DeliveryOptions,
  deliver,
  deliverBatch,
  unsentOf,
} from "./deliver.ts";

const silent = { debug() {}, info() {}, warn() {}, error() {} };

const message = {
  key: "welcome:user_1:email",
  subject: "user_1",
  workflow: "welcome",
  recipient: "customer",
  channel: "email",
} as const;

const failure = (kind: IntegrationError["kind"]) =>
  new IntegrationError("The vendor refused.", { port: "email", vendor: "resend", kind, code: "refused" });

function keptMany(earlier: readonly Delivery[] = []) {
  const recorded: Delivery[] = [...earlier];
  const deliveries: Pick<Deliveries, "getMany" | "recordMany"> = {
    recordMany: async (made) => void recorded.push(...made),
    getMany: async (keys) =>
      recorded
        .filter(({ key }) => keys.includes(key))
        .map((delivery) => ({ ...delivery, recordedAt: "2026-11-02T04:30:00.000Z" })),
  };
  return { recorded, deliveries };
}

function kept(earlier?: Delivery) {
  const recorded: Delivery[] = earlier ? [earlier] : [];
  const deliveries: Pick<Deliveries, "get" | "record"> = {
    record: async (delivery) => void recorded.push(delivery),
    get: async (key) => {
      const found = recorded.find((delivery) => delivery.key === key);
      return found && { ...found, recordedAt: "2026-11-02T04:30:00.000Z" };
    },
  };
  return { recorded, deliveries };
}

/** Plays a run of one delivery, with all its retries. */
async function play({ deliveries, send }: Pick<DeliveryOptions, "deliveries" | "send">) {
  const engine = createTestEngine({
    apps: [
      (options) => {
        const client = workflowClient("app", { ...options, logger: silent });
        const welcome = client.createFunction(
          { id: "welcome", triggers: [{ event: "go" }], retries: 3 },
          ({ step }) => deliver(step, { steps: ["send-email", "record-failure"], deliveries, message, send }),
        );
        return { client, functions: [welcome] };
      },
    ],
  });
  onTestFinished(() => engine.close());
  await engine.send({ name: "go", data: {} });
  await engine.advance("1h");
  const { output, steps } = engine.run("welcome");
  return { output, steps: steps.map(({ id }) => id) };
}

it("sends under the message's key and records it", async () => {
  const { recorded, deliveries } = kept();
  const keys: string[] = [];
  const send = async (key: string) => {
    keys.push(key);
    return { messageId: "msg_1" };
  };
  expect(await play({ deliveries, send })).toEqual({ output: { status: "sent" }, steps: ["send-email"] });
  expect(keys).toEqual([message.key]);
  expect(recorded).toEqual([{ ...message, status: "sent", messageId: "msg_1" }]);
});

it("does not send again what is recorded as sent, but what had failed", async () => {
  const send = () => Promise.reject(failure("final"));
  const before = kept({ ...message, status: "sent" });
  expect((await play({ ...before, send })).output).toEqual({ status: "sent" });
  expect((await play({ ...kept({ ...message, status: "failed" }), send })).output).toMatchObject({
    status: "failed",
  });
});

it.each([
  ["final", "failed"],
  ["ambiguous", "unknown"],
] as const)("records a failure that is %s in the same step, without another try", async (kind, status) => {
  const { recorded, deliveries } = kept();
  let tries = 0;
  const send = () => {
    tries += 1;
    return Promise.reject(failure(kind));
  };
  const outcome = { status, reason: "The vendor refused." };
  expect(await play({ deliveries, send })).toEqual({
    output: { ...outcome, code: "refused" },
    steps: ["send-email"],
  });
  expect(tries).toBe(1);
  expect(recorded).toEqual([{ ...message, ...outcome }]);
});

it("tries again what can pass, and records in a second step that it was given up", async () => {
  const { recorded, deliveries } = kept();
  let tries = 0;
  const send = () => {
    tries += 1;
    return Promise.reject(failure("retryable"));
  };
  const outcome = { status: "failed", reason: "The vendor refused." };
  expect(await play({ deliveries, send })).toEqual({
    output: outcome,
    steps: ["send-email", "record-failure"],
  });
  expect(tries).toBe(4);
  expect(recorded).toEqual([{ ...message, ...outcome }]);
});

const both = ["user_1", "user_2"].map((userId) => ({
  ...message,
  key: `welcome:${userId}:email`,
  subject: userId,
}));

type TestEngine = ReturnType<typeof createTestEngine>;

/** Plays a run of one batch, with all its retries. */
async function playBatch(
  options: Pick<BatchDeliveryOptions, "deliveries" | "send">,
  lose: (engine: TestEngine) => void = () => {},
) {
  const engine = createTestEngine({
    apps: [
      (given) => {
        const client = workflowClient("app", { ...given, logger: silent });
        const welcome = client.createFunction(
          { id: "welcome-all", triggers: [{ event: "go" }], retries: 3 },
          ({ step }) =>
            deliverBatch(step, { steps: ["send-batch", "record-failure"], messages: both, ...options }),
        );
        return { client, functions: [welcome] };
      },
    ],
  });
  onTestFinished(() => engine.close());
  lose(engine);
  await engine.send({ name: "go", data: {} });
  await engine.advance("1h");
  const { output, steps } = engine.run("welcome-all");
  return { output, steps: steps.map(({ id }) => id) };
}

it("sends a batch in one call and records each message, with what the vendor said of it", async () => {
  const { recorded, deliveries } = keptMany();
  const send = async () => [{ messageId: "msg_1" }, { refused: "No address.", code: "no_address" }];
  expect(await playBatch({ deliveries, send })).toEqual({
    output: [{ status: "sent" }, { status: "failed", reason: "No address.", code: "no_address" }],
    steps: ["send-batch"],
  });
  expect(recorded).toEqual([
    { ...both[0], status: "sent", messageId: "msg_1" },
    { ...both[1], status: "failed", reason: "No address." },
  ]);
});

it("sends the same batch under the same key when it is tried again, and not again what is recorded", async () => {
  const { deliveries } = keptMany();
  const keys: string[] = [];
  const send = async (key: string) => {
    keys.push(key);
    if (keys.length === 1) throw failure("retryable");
    return both.map(({ subject }) => ({ messageId: subject }));
  };
  const { output } = await playBatch({ deliveries, send }, ({ faults }) =>
    faults.loseAnswer({ functionId: "welcome-all", stepId: "send-batch" }),
  );
  expect(output).toEqual([{ status: "sent" }, { status: "sent" }]);
  expect(new Set(keys).size).toBe(1);
  await playBatch({ deliveries, send: () => Promise.reject(new Error("It is sent already.")) });
  expect(keys).toHaveLength(2);
});

it.each([
  ["final", "failed", "send-batch"],
  ["ambiguous", "unknown", "send-batch"],
  ["retryable", "failed", "record-failure"],
] as const)("a call that fails %s is the failure of each message", async (kind, status, last) => {
  const { recorded, deliveries } = keptMany();
  const { output, steps } = await playBatch({ deliveries, send: () => Promise.reject(failure(kind)) });
  expect(steps.at(-1)).toBe(last);
  expect(output).toMatchObject([{ status }, { status }]);
  expect(recorded.map((delivery) => [delivery.key, delivery.status])).toEqual(
    both.map(({ key }) => [key, status]),
  );
});

it("leaves out of a batch what was sent, and what stands in it twice", async () => {
  const { deliveries } = keptMany([{ ...message, key: "welcome:user_1:email", status: "sent" }]);
  expect(await unsentOf(deliveries, [...both, ...both])).toEqual([both[1]]);
});
