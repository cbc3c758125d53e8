import { IntegrationError } from "@org/integrations/error";
import { createTestEngine } from "@org/local-engine/test";
import type { Deliveries, Delivery, RecordOptions } from "@org/stores/deliveries/port";
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

const failure = (kind: IntegrationError["kind"], unanswered = false) =>
  new IntegrationError("The vendor refused.", {
    port: "email",
    vendor: "resend",
    kind,
    code: "refused",
    unanswered,
  });

function keptMany(earlier: readonly Delivery[] = []) {
  const recorded: Delivery[] = [...earlier];
  const deliveries: Pick<Deliveries, "getMany" | "recordMany"> = {
    recordMany: async (made) => void recorded.push(...made),
    getMany: async (keys) =>
      [...new Map(recorded.map((delivery) => [delivery.key, delivery])).values()]
        .filter(({ key }) => keys.includes(key))
        .map((delivery) => ({ ...delivery, recordedAt: "2026-11-02T04:30:00.000Z" })),
  };
  return { recorded, deliveries };
}

function kept(earlier?: Delivery) {
  const recorded: Delivery[] = earlier ? [earlier] : [];
  const doubts: (RecordOptions | undefined)[] = [];
  const deliveries: Pick<Deliveries, "get" | "record"> = {
    record: async (delivery, options) => {
      recorded.push(delivery);
      doubts.push(options);
    },
    get: async (key) => {
      const found = recorded.findLast((delivery) => delivery.key === key);
      return found && { ...found, recordedAt: "2026-11-02T04:30:00.000Z" };
    },
  };
  return { recorded, doubts, deliveries };
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

it("tells of what is unknown, with the run that can be run again for the same events", async () => {
  const { doubts, deliveries } = kept();
  await play({ deliveries, send: () => Promise.reject(failure("ambiguous")) });
  expect(doubts).toEqual([
    {
      run: {
        runId: expect.any(String),
        app: "app",
        workflow: "welcome",
        events: [expect.objectContaining({ id: expect.any(String), name: "go", data: {} })],
      },
      emit: [
        expect.objectContaining({
          name: "operations/message.in-doubt",
          data: expect.objectContaining({ key: message.key }),
        }),
      ],
    },
  ]);
});

it("what was not answered stays unknown when all tries are over, and is sent when a later one succeeds", async () => {
  const lost = kept();
  const { output } = await play({ ...lost, send: () => Promise.reject(failure("retryable", true)) });
  expect(output).toMatchObject({ status: "unknown" });
  expect(new Set(lost.recorded.map(({ status }) => status))).toEqual(new Set(["unknown"]));
  // Somebody hears of it once.
  expect(lost.doubts.map((options) => options?.emit?.length)).toEqual([1, 0, 0, 0, 0]);

  const late = kept();
  let tries = 0;
  const send = async () => {
    tries += 1;
    if (tries < 3) throw failure("retryable", true);
    return { messageId: "msg_1" };
  };
  expect((await play({ ...late, send })).output).toEqual({ status: "sent" });
  expect(late.recorded.map(({ status }) => status)).toEqual(["unknown", "unknown", "sent"]);
});

it.each([
  ["final", 2],
  ["retryable", 4],
] as const)("a later failure that is %s does not say that an unanswered try failed", async (kind, most) => {
  const { recorded, deliveries } = kept();
  let tries = 0;
  const send = () => {
    tries += 1;
    return Promise.reject(tries === 1 ? failure("retryable", true) : failure(kind));
  };
  expect((await play({ deliveries, send })).output).toMatchObject({ status: "unknown" });
  expect(tries).toBe(most);
  expect(recorded.at(-1)).toMatchObject({ status: "unknown" });
});

it("of a text message the ledger knows that nothing left before, so its refusal is one", async () => {
  const { recorded, deliveries } = kept({ ...message, channel: "sms", status: "unknown" });
  const sms = { ...message, channel: "sms" } as const;
  const outcome = await deliver(
    { run: (_id, body) => body(), sleep: async () => {} },
    { steps: ["send", "record"], deliveries, message: sms, send: () => Promise.reject(failure("final")) },
  );
  expect(outcome).toMatchObject({ status: "failed" });
  expect(recorded.at(-1)).toMatchObject({ status: "failed" });
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

it("a batch that was not answered is unknown of each message, whatever fails later", async () => {
  const { recorded, deliveries } = keptMany();
  let tries = 0;
  const send = () => {
    tries += 1;
    return Promise.reject(failure("retryable", tries === 1));
  };
  expect((await playBatch({ deliveries, send })).output).toMatchObject([
    { status: "unknown" },
    { status: "unknown" },
  ]);
  expect(new Set(recorded.map(({ status }) => status))).toEqual(new Set(["unknown"]));
});
