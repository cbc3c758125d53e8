import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Replay, replayData } from "@org/events/inngest";
import { userCreated } from "@org/events/mohallamart/user-created";
import { type DevServer, startDevServer } from "@org/local-engine";
import type { InngestFunction } from "inngest";
import { serve } from "inngest/node";
import { afterEach, expect, it } from "vitest";
import { type WorkflowClient, workflowClient } from "../client.ts";
import { type Cipher, createCipher } from "./cipher.ts";

const [oldKey, newKey] = [
  "of the old key, and nobody else's at all",
  "of the new key, and nobody else's at all",
];
const person = { userId: "user_1", name: "Asha Rao-Unmistakable", email: "unmistakable@example.com" };
const secret = /unmistakable/i;

const silent = { debug() {}, info() {}, warn() {}, error() {} };
/** For expect.poll. */
const patience = { timeout: 60_000, interval: 100 };

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

interface Seen {
  received: unknown[];
  remembered: unknown[];
  failed: unknown[];
}

/** Remembers a person in one step, waits, and uses what it remembered in another one. */
function functionsOf(inngest: WorkflowClient, seen: Seen): InngestFunction.Any[] {
  const welcome = inngest.createFunction(
    { id: "welcome", triggers: [userCreated], retries: 0 },
    async ({ event, step }) => {
      seen.received.push(event.data);
      const letter = await step.run("compose", () => ({
        to: event.data.email,
        text: `Dear ${event.data.name}`,
      }));
      await step.sendEvent("tell", {
        name: "user.created",
        id: "second",
        data: { ...person, userId: "user_2" },
      });
      await step.waitForEvent("wait", { event: "test/go", timeout: "1h" });
      seen.remembered.push(await step.run("use", () => letter));
      return letter;
    },
  );
  const fails = inngest.createFunction(
    { id: "fails", triggers: [userCreated], retries: 0 },
    async ({ step }) => {
      await step.run("fail", () => {
        throw new Error("It failed.");
      });
    },
  );
  const record = inngest.createFunction(
    { id: "record", triggers: { event: "inngest/function.failed" } },
    async ({ event }) => void seen.failed.push(Object(event.data).event.data),
  );
  const replays = inngest.createFunction(
    { id: "replays", triggers: { event: "test/replay" } },
    async ({ step }) => {
      const events = [{ id: "first", name: "user.created", data: person, ts: 1_793_491_200_000 }];
      await step.invoke("again", { function: welcome, data: replayed({ runId: "run_1", events }) });
    },
  );
  return [welcome, fails, record, replays];
}

/** A worker with this cipher that registers at the engine; the one before it has gone. */
async function startWorker({ url }: DevServer, cipher: Cipher, seen: Seen): Promise<WorkflowClient> {
  const client = workflowClient("app", { baseUrl: url, isDev: true, logger: silent, cipher });
  const server = createServer(
    serve({ client, functions: functionsOf(client, seen), servePath: "/api/inngest" }),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const synced = await fetch(`http://127.0.0.1:${port}/api/inngest`, { method: "PUT" });
  expect(synced.status).toBe(200);
  return client;
}

async function startEngine() {
  const stateFolder = await mkdtemp(join(tmpdir(), "encrypted-"));
  const engine = await startDevServer({ port: 0, pollInterval: false, stateFolder });
  closing.push(
    () => rm(stateFolder, { recursive: true, force: true }),
    () => engine.close(),
  );
  /** All that the engine has on disk. */
  const held = async () => {
    const files = await readdir(stateFolder);
    return (await Promise.all(files.map((file) => readFile(join(stateFolder, file), "latin1")))).join("\n");
  };
  const ended = (name: string) =>
    engine.engine.runs().filter((run) => run.functionId.endsWith(name) && run.status === "Completed").length;
  return { engine, held, ended };
}

/** Guarantee: the middleware of events gives the function what it was made for. */
const replayed = (replay: Replay) => replayData(replay) as unknown as typeof person & { occurredAt: string };

const nothingSeen = (): Seen => ({ received: [], remembered: [], failed: [] });

it("without a key the engine holds clear text, which this test would see", async () => {
  const { engine, held } = await startEngine();
  const client = await startWorker(engine, createCipher({}), nothingSeen());
  await client.send({ name: "user.created", id: "first", data: person });
  await expect.poll(held, patience).toMatch(secret);
});

it("with a key nothing personal of events and steps is on the engine's disk, and functions see all of it", async () => {
  const { engine, held, ended } = await startEngine();
  const seen = nothingSeen();
  const client = await startWorker(engine, createCipher({ key: oldKey }), seen);
  await client.send({ name: "user.created", id: "first", data: person });
  const go = async (name: string) => {
    await client.send({ name: "test/go", data: {} });
    return ended(name);
  };
  await expect.poll(() => seen.failed.length, patience).toBe(2);
  await expect.poll(() => go("welcome"), patience).toBe(2);
  await client.send({ name: "test/replay", data: {} });
  await expect.poll(() => go("replays"), patience).toBe(1);
  expect(seen.received[0]).toMatchObject(person);
  expect(seen.failed).toContainEqual(expect.objectContaining(person));
  expect(seen.remembered[0]).toEqual({ to: person.email, text: `Dear ${person.name}` });
  const bytes = await held();
  expect(bytes).toContain("user_1");
  expect(bytes).not.toMatch(secret);
});

it("a run that began under the old key ends under the new one, and not without the old", async () => {
  const { engine, ended } = await startEngine();
  const before = nothingSeen();
  const client = await startWorker(engine, createCipher({ key: oldKey }), before);
  await client.send({ name: "user.created", id: "first", data: person });
  // Both have begun, and wait.
  await expect.poll(() => before.failed.length, patience).toBe(2);
  const after = nothingSeen();
  await startWorker(engine, createCipher({ key: newKey, previous: [oldKey] }), after);
  await expect
    .poll(async () => {
      await client.send({ name: "test/go", data: {} });
      return ended("welcome");
    }, patience)
    .toBe(2);
  expect(before.remembered).toEqual([]);
  expect(after.remembered).toContainEqual({ to: person.email, text: `Dear ${person.name}` });
  const old = createCipher({ key: oldKey }).encrypt(person);
  expect(createCipher({ key: newKey, previous: [oldKey] }).decrypt([{ old }])).toEqual([{ old: person }]);
  expect(() => createCipher({ key: newKey }).decrypt(old)).toThrow("INNGEST_ENCRYPTION_KEYS_PREVIOUS");
});

it("decrypts although it no longer encrypts, so that it can be given up again", () => {
  const sealed = createCipher({ key: oldKey }).encrypt(person);
  expect(JSON.stringify(sealed)).not.toMatch(secret);
  const ending = createCipher({ previous: [oldKey] });
  expect([ending.encrypt(person), ending.decrypt(sealed)]).toEqual([person, person]);
});
