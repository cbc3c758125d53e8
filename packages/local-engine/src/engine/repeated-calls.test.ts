import { expect, it } from "vitest";
import { readRegistration } from "../protocol/registration.ts";
import { createMemoryStore } from "../store/memory-store.ts";
import { createVirtualClock } from "./clock.ts";
import { createEngine } from "./engine.ts";
import { TransportError } from "./transport.ts";

const registration = {
  url: "http://app.test/api/inngest",
  appName: "shop",
  functions: [
    {
      id: "shop-order",
      triggers: [{ event: "go" }],
      steps: { step: { runtime: { url: "http://app.test/api/inngest?fnId=shop-order&step=step" } } },
    },
  ],
};

it("numbers the tries of one call, so that a worker that still holds an earlier one can be told apart", async () => {
  const calls: Record<string, string>[] = [];
  const clock = createVirtualClock(0);
  const engine = createEngine({
    store: createMemoryStore(),
    clock,
    defer: queueMicrotask,
    async transport({ url, headers, body }) {
      const context: unknown = JSON.parse(body).ctx;
      expect(context).toMatchObject({
        qi_id: headers["x-inngest-job-id"],
        request_id: headers["x-request-id"],
        generation_id: Number(headers["x-inngest-generation-id"]),
      });
      calls.push(headers);
      if (calls.length === 1) throw new TransportError(`${url} cannot be reached.`, "never");
      if (calls.length === 2) throw new TransportError(`${url} died before it answered.`, "lost");
      return {
        status: 200,
        header: (name) => (name === "x-inngest-sdk" ? "js:test" : undefined),
        body: '"done"',
      };
    },
  });
  await engine.register(readRegistration(registration, 0));
  await engine.send([{ name: "go" }]);
  await engine.idle();
  for (let due = engine.nextDue(); due !== undefined; due = engine.nextDue()) {
    clock.set(due);
    engine.fireDue();
    await engine.idle();
  }
  expect(engine.runs()).toMatchObject([{ status: "Completed" }]);
  expect(calls.map((headers) => headers["x-inngest-generation-id"])).toEqual(["1", "2", "3"]);
  expect(new Set(calls.map((headers) => headers["x-inngest-job-id"])).size).toBe(1);
  expect(new Set(calls.map((headers) => headers["x-request-id"])).size).toBe(3);
  expect(new Set(calls.map((headers) => headers.traceparent?.slice(3, 35))).size).toBe(1);
  engine.close();
});
