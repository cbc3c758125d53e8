import { setTimeout as pause } from "node:timers/promises";
import { type Stack, startStack } from "@org/local-stack";
import { postgresDeadLetters } from "@org/stores/dead-letters/postgres";
import { createPool, type Pool } from "@org/stores/postgres";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { placeOrder } from "../src/testing/place-order.ts";

/** A longer night is asked for by `BAD_NIGHT_ORDERS` and `BAD_NIGHT_KILLS`; kills go on as long as orders are placed. */
const orders = Number(process.env.BAD_NIGHT_ORDERS ?? 8);
const leastKills = Number(process.env.BAD_NIGHT_KILLS ?? 6);

let stack: Stack;
let pool: Pool;

beforeAll(async () => {
  stack = await startStack({ environment: process.env, apps: ["engine", "worker"] });
  pool = createPool({ databaseUrl: stack.urls.postgres });
  await pool.query("update mohallamart.products set stock = 100000");
});

afterAll(async () => {
  await pool?.end();
  await stack?.stop();
});

/** From 0 up to 1, the same every night. */
function createChance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/** Whether every order's customer and shopkeeper have been told, and no event waits. */
async function isDone(): Promise<boolean> {
  const { rows } = await pool.query<{ told: number; waiting: number }>(
    `select (select count(distinct (subject, workflow))::int from platform.deliveries
       where subject like 'ord_night%' and channel = 'email'
         and workflow in ('send-order-confirmation', 'notify-shopkeeper')) as told,
     (select count(*)::int from platform.outbox where accepted_at is null) as waiting`,
  );
  return rows[0]?.told === 2 * orders && rows[0].waiting === 0;
}

const confirmations = () =>
  stack.emulators.outbox().filter(({ to, vendor }) => vendor === "resend" && to.startsWith("asha"));

it(
  "loses no order, sends nothing twice and leaves nothing to a person when the worker is killed all night",
  async () => {
    const chance = createChance(7);
    let isPlacing = true;
    const placing = (async () => {
      for (let number = 0; number < orders; number++) {
        await placeOrder(pool, {
          orderId: `ord_night${number}`,
          userId: `user_${number}`,
          email: `asha${number}@example.com`,
          phone: `+91987654${String(number).padStart(4, "0")}`,
          product: number,
        });
        await pause(orders > 20 ? 250 : 50);
      }
    })().finally(() => {
      isPlacing = false;
    });
    placing.catch(() => {});
    let kills = 0;
    while (isPlacing || kills < leastKills) {
      await pause(200 + 3_300 * (orders > 20 ? chance() : chance() / 4));
      await stack.kill("worker", "SIGKILL");
      kills++;
      await stack.restart("worker");
    }
    await placing;
    await vi.waitUntil(isDone, { timeout: 1_000 * 60 * 20, interval: 200 });

    const letters = await postgresDeadLetters(pool).list({ limit: 1_000 });
    if (orders > 20)
      process.stdout.write(`${orders} orders, ${kills} kills, ${letters.length} dead letters\n`);
    expect(letters.map(({ workflow, error }) => `${workflow}: ${error.name}: ${error.message}`)).toEqual([]);
    const { rows } = await pool.query("select from mohallamart.orders where order_id like 'ord_night%'");
    expect(rows).toHaveLength(orders);
    for (let number = 0; number < orders; number++) {
      const subjects = confirmations()
        .filter(({ to }) => to === `asha${number}@example.com`)
        .map(({ subject }) => subject);
      expect(new Set(subjects).size).toBe(subjects.length);
      expect(
        subjects.filter((subject) => subject?.includes(`ord_night${number}`)).length,
      ).toBeLessThanOrEqual(1);
    }
  },
  1_000 * 60 * 30,
);
