import { IntegrationError } from "@org/integrations/error";
import { createTestEngine } from "@org/local-engine/test";
import type { Deliveries, Delivery } from "@org/stores/deliveries/port";
import { expect, it, onTestFinished } from "vitest";
import { workflowClient } from "./client.ts";
import { type DeliveryOptions, deliver } from "./deliver.ts";

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
