import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import type { RawAnswer } from "../protocol/answer.ts";
import { readRegistration } from "../protocol/registration.ts";
import { createMemoryStore } from "../store/memory-store.ts";
import { createSqliteStore } from "../store/sqlite-store.ts";
import { createVirtualClock } from "./clock.ts";
import { createEngine } from "./engine.ts";
import { type Transport, TransportError } from "./transport.ts";

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

const sdk = new Map([["x-inngest-sdk", "js:test"]]);
const done: RawAnswer = { status: 200, header: (name) => sdk.get(name), body: '"done"' };
const failed: RawAnswer = {
  status: 400,
  header: (name) => (name === "x-inngest-no-retry" ? "true" : sdk.get(name)),
  body: '{"name":"Error","message":"no"}',
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
      return done;
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

it("leaves an answer that comes after it was closed to the next engine on its store", async () => {
  const folder = mkdtempSync(join(tmpdir(), "local-engine-late-answer-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  let answer: ((answer: RawAnswer) => void) | undefined;
  const answers: unknown[] = [];
  const start = (transport: Transport) =>
    createEngine({
      store: createSqliteStore({ folder }),
      clock: createVirtualClock(0),
      defer: queueMicrotask,
      transport,
      onAnswer: (call) => answers.push(call.job.id),
    });
  const first = start(
    () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
  );
  await first.register(readRegistration(registration, 0));
  await first.send([{ name: "go" }]);
  await expect.poll(() => answer).toBeDefined();
  first.close();
  answer?.(failed);
  await expect.poll(() => answers.length).toBe(1);

  const second = start(async () => done);
  await second.idle();
  expect(second.runs()).toMatchObject([{ status: "Completed" }]);
  expect(answers).toHaveLength(2);
  second.close();
});
