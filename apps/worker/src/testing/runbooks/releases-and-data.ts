import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { postgresDeadLetters } from "@org/stores/dead-letters/postgres";
import { createPool } from "@org/stores/postgres";
import { expect, it, onTestFinished, vi } from "vitest";
import { placeOrder } from "../place-order.ts";
import { type Production, patience } from "./production.ts";

/** A bad release, a lost database, a person who is to be erased. */
export function releasesAndData(production: () => Production): void {
  const sentTo = (email: string) =>
    production()
      .emulators.outbox()
      .filter(({ to }) => to === email).length;
  const openLetters = () => postgresDeadLetters(production().pool).list({ status: "open" });
  const folder = async () => {
    const made = await mkdtemp(join(tmpdir(), "runbook-"));
    onTestFinished(() => rm(made, { recursive: true, force: true }));
    return made;
  };

  it("bad-release: a schema that refuses events in flight is rolled back, and they are replayed", async () => {
    const { configuration, follow, pool, worker } = production();
    const release = join(await folder(), "bad-release.mjs");
    await writeFile(release, badReleaseOfEvents);
    await worker.stop();
    await placeOrder(pool, { orderId: "ord_flight", userId: "user_flight", email: "flight@example.com" });
    configuration.NODE_OPTIONS = `--import=${release}`;
    await worker.start();
    const failed = await vi.waitUntil(async () => {
      const letters = await openLetters();
      return letters.length >= 2 && letters;
    }, patience);
    expect(failed.map(({ error }) => error.message).join()).toContain("order.created");

    delete configuration.NODE_OPTIONS;
    await worker.restart();
    const back = await follow("bad-release", "Back to the last release");
    expect(back).toMatchObject({ code: 0, text: expect.stringContaining("registered") });
    // The slower of its functions failed meanwhile; ten commands are one look here.
    const patienceForCommands = { ...patience, timeout: 3 * patience.timeout };
    await vi.waitUntil(async () => {
      for (const WORKFLOW of new Set((await openLetters()).map(({ workflow }) => workflow))) {
        const more = { WORKFLOW, ERROR: "is not valid" };
        expect(await follow("bad-release", "Events and runs in flight", more)).toMatchObject({ code: 0 });
      }
      return (await openLetters()).length === 0 && sentTo("flight@example.com") > 0;
    }, patienceForCommands);
    expect(sentTo("flight@example.com")).toBe(1);
  });

  it("restore-a-database: what waited is sent, what was sent is not sent again, who was erased is erased again", async () => {
    const { configuration, follow, pool, worker } = production();
    const BACKUP = join(await folder(), "platform.dump");
    const DAMAGED_URL = configuration.DATABASE_URL ?? "";
    await placeOrder(pool, { orderId: "ord_before", userId: "user_before", email: "before@example.com" });
    await vi.waitUntil(() => sentTo("before@example.com") === 1, patience);
    await worker.stop();
    // Waits in the outbox while the backup is made, and is sent before the database is lost.
    await placeOrder(pool, { orderId: "ord_during", userId: "user_during", email: "during@example.com" });
    expect(await follow("restore-a-database", "Before it is needed", { BACKUP })).toEqual({
      code: 0,
      text: "",
    });
    const {
      rows: [moment],
    } = await pool.query<{ now: string }>("select now()::text as now");
    await worker.start();
    await vi.waitUntil(() => sentTo("during@example.com") === 1, patience);
    const USER_ID = "user_before";
    expect(await follow("erase-a-person", "Erase", { PRODUCT: "mohallamart", USER_ID })).toMatchObject({
      code: 0,
    });
    await worker.stop();

    const restored = new URL(DAMAGED_URL);
    const RESTORED_NAME = `${restored.pathname.slice(1)}_restored`;
    restored.pathname = `/${RESTORED_NAME}`;
    const RESTORED_URL = restored.href;
    onTestFinished(async () => {
      await worker.stop();
      configuration.DATABASE_URL = DAMAGED_URL;
      await pool.query(`drop database if exists ${RESTORED_NAME} with (force)`);
      await worker.start();
    });
    expect(
      await follow("restore-a-database", "Restore", { BACKUP, RESTORED_NAME, RESTORED_URL }),
    ).toMatchObject({ code: 0 });
    configuration.DATABASE_URL = RESTORED_URL;
    expect(await follow("restore-a-database", "Restore", {}, 1)).toMatchObject({ code: 0 });
    const reopening = "Before the site opens again";
    const times = { DAMAGED_URL, BACKUP_TIME: moment?.now ?? "" };
    const erased = await follow("restore-a-database", reopening, times);
    expect(erased).toEqual({ code: 0, text: `mohallamart ${USER_ID}\n` });
    expect(await follow("erase-a-person", "Erase", { PRODUCT: "mohallamart", USER_ID })).toMatchObject({
      code: 0,
    });
    await worker.start();
    expect(await follow("restore-a-database", reopening, {}, 1)).toMatchObject({ code: 0 });

    const again = createPool({ databaseUrl: RESTORED_URL });
    try {
      await vi.waitUntil(async () => {
        const { rows } = await again.query("select from platform.outbox where accepted_at is null");
        return rows.length === 0;
      }, patience);
      await placeOrder(again, { orderId: "ord_after", userId: "user_after", email: "after@example.com" });
      await vi.waitUntil(() => sentTo("after@example.com") === 1, patience);
      await vi.waitUntil(async () => {
        const { rows } = await again.query("select from mohallamart.orders where contact_email = $1", [
          "before@example.com",
        ]);
        return rows.length === 0;
      }, patience);
    } finally {
      await again.end();
    }
    expect(["before", "during", "after"].map((name) => sentTo(`${name}@example.com`))).toEqual([1, 1, 1]);
  });

  it("erase-a-person: who asked has their file, and is gone", async () => {
    const { follow, pool } = production();
    const [USER_ID, email] = ["user_leaving", "leaving@example.com"];
    await placeOrder(pool, { orderId: "ord_leaving", userId: USER_ID, email });
    await vi.waitUntil(() => sentTo(email) === 1, patience);
    await pool.query(
      "insert into mohallamart.users (user_id, name, email) values ($1, 'Asha Rao', $2) on conflict do nothing",
      [USER_ID, email],
    );
    const who = { PRODUCT: "mohallamart", USER_ID };
    const FILE = join(await folder(), "person.json");
    expect(await follow("erase-a-person", "First, what there is of them", { ...who, FILE })).toEqual({
      code: 0,
      text: "",
    });
    expect(await follow("erase-a-person", "Erase", who)).toMatchObject({ code: 0 });
    await vi.waitUntil(async () => {
      const { rows } = await pool.query("select from mohallamart.orders where contact_email = $1", [email]);
      return rows.length === 0;
    }, patience);
    const looked = await follow("erase-a-person", "Look", who);
    expect(looked).toMatchObject({
      code: 1,
      text: expect.stringContaining("There is no account user_leaving"),
    });
  });
}

/** A release of @org/events in which an order's event has to hold what no event in flight has. */
const badReleaseOfEvents = `
import { registerHooks } from "node:module";
registerHooks({
  load(url, context, next) {
    const loaded = next(url, context);
    const source = url.includes("/worker/dist/") ? String(loaded.source) : "";
    if (!source.includes('name: "order.created"')) return loaded;
    const bad = source.replace(/payment: (\\w+)\\.enum/, "placedFrom: $1.string(), $&");
    if (bad === source) throw new Error("The schema of order.created has another shape: change the bad release.");
    return { ...loaded, source: bad };
  },
});
`;
