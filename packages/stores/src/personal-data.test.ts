import { orderCreated } from "@org/events/mohallamart";
import { captureOutput, closedUrl, leaksIn, personal } from "@org/integrations/contracts";
import { IntegrationError } from "@org/integrations/error";
import { beforeAll, describe, expect, it } from "vitest";
import { postgresDeadLetters } from "./dead-letters/postgres.ts";
import { demoProducts, demoShops } from "./demo-data/mohallamart.ts";
import { postgresKnownBrowsers } from "./known-browsers/postgres.ts";
import { mohallaMartStores } from "./mohallamart/postgres.ts";
import { postgresOutbox } from "./outbox/postgres.ts";
import { postgresPasskeys } from "./passkeys/postgres.ts";
import { createPool, type Pool } from "./postgres.ts";
import { postgresSessions } from "./sessions/postgres.ts";
import { postgresSignInCodes } from "./sign-in-codes/postgres.ts";
import { tenOceanStores } from "./ten-ocean/postgres.ts";
import { testDatabase } from "./testing/database.ts";

const password = "password-that-nobody-may-see";
const { name, email, phone, text } = personal;
const secrets = [name, email, phone, phone.slice(1), text, password];
const at = "2026-11-01T10:00:00.000Z";
const [product] = demoProducts;
const customer = { userId: "user_1", name, email, phone };
const resident = { userId: "user_1", email, firstName: name, lastName: text };

/** Writes of every store that is given something personal. */
const writes: Record<string, (pool: Pool) => Promise<unknown>> = {
  "a customer": (pool) => mohallaMartStores(pool).users.add(customer),
  "an order": (pool) =>
    mohallaMartStores(pool).orders.place(
      {
        orderId: "ord_1",
        shopId: product?.shopId ?? "",
        customer,
        items: [{ productId: product?.productId ?? "", quantity: 1 }],
        payment: "cash",
        address: { line1: text, landmark: text, pinCode: text },
      },
      { emit: [] },
    ),
  "a saved address": (pool) =>
    mohallaMartStores(pool).addresses.save("user_home", { name, phone, line1: text, pinCode: text }),
  "a resident": (pool) => tenOceanStores(pool).residents.register(resident, { emit: [] }),
  "a resident who asks again": (pool) =>
    tenOceanStores(pool).verifications.reopen("user_1", resident, { emit: [] }),
  "a new address": (pool) =>
    tenOceanStores(pool).emailChanges.request(
      { userId: "user_1", changeId: "change_1", newEmail: email, oldToken: text, newToken: password },
      { emit: [] },
    ),
  "an admin": (pool) =>
    tenOceanStores(pool).admins.add({ adminId: "adm_1", name, email, phone, role: "admin" }),
  "a member of staff": (pool) => mohallaMartStores(pool).staff.add({ staffId: "admin_1", name, email }),
  "a sign-in code": (pool) => postgresSignInCodes(pool).issue(email, at),
  "a session": (pool) =>
    postgresSessions(pool).open(email, at, { place: { browser: text, network: text }, standing: text }),
  "a known browser": (pool) => postgresKnownBrowsers(pool).remember(email),
  "a passkey": (pool) =>
    postgresPasskeys(pool).add({
      credentialId: text,
      userId: email,
      name,
      publicKey: text,
      counter: 0,
      transports: [text],
    }),
  "what a passkey is to sign": (pool) =>
    postgresPasskeys(pool).openChallenge({ challenge: text, userId: email }, at),
  "an event": (pool) =>
    postgresOutbox(pool).send({
      name: orderCreated.event,
      data: { name, email, phone, text },
      v: "1",
      id: "e1",
    }),
  "a failed run": (pool) =>
    postgresDeadLetters(pool).record({
      runId: "run_1",
      app: "mohallamart",
      workflow: "send-order-confirmation",
      events: [{ id: "e1", name: "order.created", data: { name, email, phone, text } }],
      error: { name: "Error", message: "Resend answered 422." },
      attempts: 1,
      failedAt: at,
    }),
};

const { pool: quoting } = await testDatabase();
const { pool: empty } = await testDatabase();

beforeAll(async () => {
  const stores = mohallaMartStores(quoting);
  for (const shop of demoShops) await stores.shops.add(shop);
  for (const each of demoProducts) await stores.products.add(each);
  await stores.users.add({ userId: "user_home", name: "Somebody", email: "somebody@example.com" });
  for (const table of await tablesOf(quoting)) {
    // Postgres puts the whole row into the error of a failed check.
    await quoting.query(`alter table ${table} add constraint never check (false) not valid`);
  }
  for (const table of await tablesOf(empty)) await empty.query(`drop table ${table} cascade`);
});

describe.each(Object.entries(writes))("writing %s keeps personal data to itself", (_what, write) => {
  it("when Postgres quotes the row that it refuses", async () => {
    await expectDiscretion(() => write(quoting));
  });

  it("when the statement itself fails, with its parameters at hand", async () => {
    await expectDiscretion(() => write(empty));
  });

  it("when there is no connection", async () => {
    const { host } = new URL(await closedUrl());
    const pool = createPool({ databaseUrl: `postgres://shop:${password}@${host}/shop` });
    await expectDiscretion(() => write(pool));
    await pool.end();
  });
});

async function tablesOf(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  return rows.map((row) => row.name);
}

async function expectDiscretion(write: () => Promise<unknown>): Promise<void> {
  const { end } = captureOutput();
  const outcome = await write().catch((thrown: unknown) => thrown);
  const written = end();
  expect(outcome).toBeInstanceOf(IntegrationError);
  expect(leaksIn(outcome, secrets)).toEqual([]);
  expect(leaksIn(written, secrets)).toEqual([]);
}
