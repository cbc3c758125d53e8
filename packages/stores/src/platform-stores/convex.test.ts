import { beforeEach, describe, expect, it } from "vitest";
import { deadLetterContract } from "../dead-letters/contract.ts";
import { deliveryContract } from "../deliveries/contract.ts";
import { doubtContract } from "../doubts/contract.ts";
import { passkeyContract } from "../passkeys/contract.ts";
import { sessionContract } from "../sessions/contract.ts";
import { tenOceanSubject } from "../sessions/subject.ts";
import { suppressionContract } from "../suppressions/contract.ts";
import { convexBridge } from "../testing/convex-bridge.ts";
import { testDatabase } from "../testing/database.ts";
import { convexPlatformStores } from "./convex.ts";

const bridge = await convexBridge();
const { pool } = await testDatabase();
const secrets = { current: "a secret of this test's own, of 32 characters" };
const stores = convexPlatformStores({ pool, deployment: bridge.deployment, secrets });

async function reset(): Promise<void> {
  await bridge.empty();
  await pool.query(
    `truncate platform.dead_letters, platform.deliveries, platform.outbox, platform.runs_in_doubt, platform.send_ledger,
     platform.sessions, platform.suppressions, platform.passkeys, platform.known_browsers, platform.delivery_reports`,
  );
}

async function recordedAt(key: string, at: string): Promise<void> {
  await bridge.run(async ({ db }) => {
    for (const { _id, ...row } of await db.query("deliveries").collect())
      if (row.key === key) await db.patch(_id, { recordedAt: Date.parse(at) });
  });
}

const both = "Convex and Postgres";

deadLetterContract(both, stores.deadLetters, reset);
deliveryContract(both, { deliveries: stores.deliveries, recordedAt, reset });
suppressionContract(both, { suppressions: stores.suppressions, reset });
passkeyContract(both, stores.passkeys);
sessionContract(both, stores.sessions);
doubtContract(both, {
  ...{ doubts: stores.doubts, deliveries: stores.mohallaMart.deliveries, reset },
  ledger: stores.marketplaceRecords.ledger,
  emitted: bridge.emitted,
  age: () =>
    bridge.run(async ({ db }) => {
      for (const { _id } of await db.query("sendLedger").collect())
        await db.patch(_id, { startedAt: Date.now() - 60_000 });
    }),
});

describe("what both products keep, in two databases", () => {
  beforeEach(reset);

  const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();
  const resident = tenOceanSubject("user_1");

  it("a session is where its person is, and its token finds it", async () => {
    const market = await stores.sessions.open("user_1", inAnHour());
    const house = await stores.sessions.open(resident, inAnHour());
    expect(await bridge.run(async ({ db }) => (await db.query("sessions").collect()).length)).toBe(1);
    expect((await pool.query("select user_id from platform.sessions")).rows).toEqual([{ user_id: resident }]);
    expect(await stores.sessions.use(market)).toMatchObject({ userId: "user_1" });
    expect(await stores.sessions.use(house)).toMatchObject({ userId: resident });
    expect(await stores.sessions.closeAllOf("user_1")).toBe(1);
    expect(await stores.sessions.use(market)).toBeUndefined();
    expect(await stores.sessions.use(house)).toBeDefined();
    await stores.sessions.close(house);
    expect(await stores.sessions.use(house)).toBeUndefined();
  });

  it("dead letters of every app are listed together, the latest first, and settled where they are", async () => {
    const letter = { workflow: "w", events: [], error: { name: "Error", message: "no" }, attempts: 1 };
    const at = (hour: number) => `2026-11-01T1${hour}:00:00.000Z`;
    await stores.deadLetters.record({ ...letter, runId: "a", app: "mohallamart", failedAt: at(1) });
    await stores.deadLetters.record({ ...letter, runId: "b", app: "ten-ocean", failedAt: at(2) });
    await stores.deadLetters.record({ ...letter, runId: "c", app: "mohallamart", failedAt: at(3) });
    const listed = async () => (await stores.deadLetters.list()).map(({ runId }) => runId);
    expect(await listed()).toEqual(["c", "b", "a"]);
    expect((await pool.query("select run_id from platform.dead_letters")).rows).toEqual([{ run_id: "b" }]);
    expect(await stores.deadLetters.discard("b")).toBe(true);
    expect(await stores.deadLetters.discard("b")).toBe(false);
    expect((await stores.deadLetters.openByWorkflow()).map(({ app }) => app)).toEqual(["mohallamart"]);
  });

  it("a report books with the product whose message it is of, and tells of its loss once", async () => {
    const sent = { workflow: "w", channel: "email", status: "sent", messageId: "re_1" } as const;
    await stores.tenOcean.deliveries.record({ ...sent, key: "k", subject: "user_1", recipient: "resident" });
    const told: string[] = [];
    const report = {
      ...({ messageId: "re_1", channel: "email", state: "bounced", endsAddress: true } as const),
      ...{ address: "maya@example.com", at: "2026-11-01T10:00:00.000Z" },
    };
    for (let times = 0; times < 2; times += 1)
      await stores.deliveryReports.take([report], {
        emit: (lost) => {
          told.push(...lost.map(({ messageId }) => messageId));
          return [];
        },
      });
    expect(told).toEqual(["re_1"]);
    expect(await stores.deliveries.get("k")).toMatchObject({ report: { state: "bounced" } });
    expect(await stores.suppressions.find("email", "maya@example.com")).toMatchObject({ reason: "bounced" });
  });

  it("old logs of both are archived, and a batch's number is its own", async () => {
    const old = "2026-01-01T00:00:00Z";
    await pool.query(
      `insert into platform.delivery_reports (message_id, channel, state, at, received_at) values ('p', 'email', 'delivered', $1, $1)`,
      [old],
    );
    await bridge.run(({ db }) =>
      db.insert("deliveryReports", {
        ...{ messageId: "c", channel: "email", state: "delivered" },
        ...{ at: Date.parse(old), receivedAt: Date.parse(old) },
      }),
    );
    const seen: unknown[] = [];
    const options = { log: "delivery-reports", before: "2026-06-01T00:00:00Z", limit: 10 } as const;
    for (
      let batch = await stores.oldLogs.begin(options);
      batch;
      batch = await stores.oldLogs.begin(options)
    ) {
      seen.push(...((await stores.oldLogs.read(batch)) ?? []).map(({ messageId }) => messageId));
      await stores.oldLogs.remove(batch);
    }
    expect(seen).toEqual(["c", "p"]);
  });
});
