import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { repositoryCommands, type Stack, startStack } from "@org/local-stack";
import { createPool, type Pool } from "@org/stores/postgres";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { type ForgetfulEngine, startForgetfulEngine } from "../src/testing/forgetful-engine.ts";
import { placeOrder } from "../src/testing/place-order.ts";

let stateDir: string;
let stack: Stack;
let pool: Pool;
let forgetful: ForgetfulEngine;
let engineUrl = "";
let isForgetful = true;
/** From 0 up to 1, the same every time. */
let chance = 7;
const forgotten = new Set<string>();

/**
 * Whatever is sent, by the outbox and by functions. Each once at most, so that the test is short: three times and on the
 * virtual clock it is one of @org/workflows.
 */
function drops({ id = "" }: { id?: string }): boolean {
  chance = (chance * 1_103_515_245 + 12_345) % 2_147_483_648;
  if (!isForgetful || forgotten.has(id) || chance / 2_147_483_648 < 0.5) return false;
  forgotten.add(id);
  return true;
}

beforeAll(async () => {
  stateDir = await mkdtemp(join(tmpdir(), "engine-forgets-"));
  forgetful = await startForgetfulEngine(() => engineUrl, drops);
  stack = await startStack({
    environment: { ...process.env, EVENTS_LOST_AFTER_SECONDS: "1" },
    apps: ["engine", "worker"],
    stateDir,
    commands(input) {
      engineUrl = `http://127.0.0.1:${input.ports.engine}`;
      const commands = repositoryCommands(input);
      const environment = { INNGEST_DEV: forgetful.url, INNGEST_BASE_URL: forgetful.url };
      return { ...commands, worker: { ...commands.worker, environment } };
    },
  });
  pool = createPool({ databaseUrl: stack.urls.postgres });
  await pool.query("update mohallamart.products set stock = 100000");
});

afterAll(async () => {
  await pool?.end();
  await stack?.stop();
  await forgetful?.close();
  await rm(stateDir, { recursive: true, force: true });
});

const emailOf = (orderId: string) => `${orderId.replace("_", "-")}@example.com`;

const orderOf = (orderId: string) => ({
  orderId,
  userId: `user_${orderId.replace("_", "")}`,
  email: emailOf(orderId),
});

/** Every order's customer and shopkeeper were told in each way, and no event is looked for any more. */
async function untilAllIsDone(prefix: string, orders: number): Promise<void> {
  await vi.waitUntil(
    async () => {
      const { rows } = await pool.query<{ told: number; untraced: number }>(
        `select (select count(distinct (subject, workflow, channel))::int from platform.deliveries
           where subject like $1 and (workflow, channel) in (('send-order-confirmation', 'sms'),
             ('send-order-confirmation', 'email'), ('notify-shopkeeper', 'email'))) as told,
         (select count(*)::int from platform.outbox where traced_at is null and name <> 'operations/events.lost') as untraced`,
        [`${prefix}%`],
      );
      return rows[0]?.told === 3 * orders && rows[0].untraced === 0;
    },
    { timeout: 120_000, interval: 200 },
  );
}

/** Texts, which the run of the order sends itself, and emails, which it asks for by an event of its own. */
function confirmationsOf(orderId: string): { texts: number; emails: number } {
  const sent = stack.emulators.outbox();
  const names = ({ subject = "", text = "" }) => new RegExp(`\\b${orderId}\\b`).test(`${subject} ${text}`);
  return {
    texts: sent.filter((message) => message.channel === "sms" && names(message)).length,
    emails: sent.filter((message) => message.to === emailOf(orderId) && names(message)).length,
  };
}

const idsOf = (prefix: string, orders: number) =>
  Array.from({ length: orders }, (_, number) => `${prefix}${number}`);

it("sees to every order although the engine forgets half of what it acknowledges, and tells operations", async () => {
  const ids = idsOf("ord_dropped", 12);
  for (const orderId of ids) await placeOrder(pool, orderOf(orderId));
  await untilAllIsDone("ord_dropped", ids.length);
  const droppedOf = (name: string) => forgetful.dropped.filter((id) => id.startsWith(`${name}:`)).length;
  expect(droppedOf("order.created")).toBeGreaterThan(0);
  expect(droppedOf("notification.emailRequested")).toBeGreaterThan(0);
  expect(ids.map(confirmationsOf)).toEqual(ids.map(() => ({ texts: 1, emails: 1 })));
  const alerts = () =>
    stack.emulators
      .outbox()
      .filter(({ subject, vendor }) => vendor === "resend" && subject?.includes("started nothing"));
  // Ten seconds long what is lost is told together.
  await expect.poll(alerts, { timeout: 60_000 }).toHaveLength(1);
}, 180_000);

it("sees to every order when the engine is killed and its state is gone, and sends nothing twice", async () => {
  isForgetful = false;
  const ids = idsOf("ord_wiped", 12);
  for (const [number, orderId] of ids.entries()) {
    await placeOrder(pool, orderOf(orderId));
    if (number % 4 !== 2) continue;
    await stack.kill("engine", "SIGKILL");
    await rm(join(stateDir, "engine"), { recursive: true, force: true });
    await mkdir(join(stateDir, "engine"));
    await stack.restart("engine");
  }
  await untilAllIsDone("ord_wiped", ids.length);
  expect(ids.map(confirmationsOf)).toEqual(ids.map(() => ({ texts: 1, emails: 1 })));
}, 180_000);
