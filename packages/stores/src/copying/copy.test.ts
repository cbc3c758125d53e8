import { beforeEach, expect, it, onTestFinished } from "vitest";
import { createConvexRelay } from "../convex/relay.ts";
import { convexLedger } from "../ledger/convex.ts";
import { createRelay } from "../outbox/relay.ts";
import { recordingEngine, recordingLog } from "../outbox/testing/engine.ts";
import { createPool, type Pool } from "../postgres.ts";
import { convexBridge, testServiceKey } from "../testing/convex-bridge.ts";
import { testDatabase } from "../testing/database.ts";
import { storesCommand } from "./command.ts";
import { convexSide } from "./convex-side.ts";
import { type CopyOptions, copyStores } from "./copy.ts";
import { postgresSide } from "./postgres-side.ts";
import type { CopySide } from "./side.ts";
import { copiedTables } from "./tables.ts";
import { everyRow, fill } from "./testing/filled.ts";

const bridge = await convexBridge();

interface Filled {
  pool: Pool;
  databaseUrl: string;
  stores: (...parameters: string[]) => ReturnType<typeof storesCommand>;
}

async function filledDatabase(): Promise<Filled> {
  const { pool, url: databaseUrl } = await testDatabase();
  await fill(pool);
  const addresses = { databaseUrl, convexUrl: bridge.url, convexServiceKey: testServiceKey };
  return {
    pool,
    databaseUrl,
    stores: (...parameters) => storesCommand(parameters, addresses, () => undefined),
  };
}

const databases = [await filledDatabase(), await filledDatabase(), await filledDatabase()] as const;
const toConvex = ["copy", "--from", "postgres", "--to", "convex", "--json"];
const toPostgres = ["copy", "--from", "convex", "--to", "postgres", "--json"];

/** Two copies are hundreds of calls, and a machine may be busy. */
const slow = { timeout: 240_000 };

beforeEach(() => bridge.empty());

it("goes there and back without a change of any row, with rows of every table", slow, async () => {
  const [{ pool, stores }] = databases;
  const before = await everyRow(pool);
  const there = await stores(...toConvex);
  expect(there, there.text).toMatchObject({ code: 0 });
  const tables: { table: string; source: number }[] = JSON.parse(there.text).tables;
  expect(tables.map(({ table }) => table)).toEqual(copiedTables.map(({ name }) => name));
  expect(tables.filter(({ source }) => source === 0)).toEqual([]);
  expect(await everyRow(pool)).toEqual(before);
  expect(await stores("clear", "--store", "postgres", "--yes")).toMatchObject({ code: 0 });
  expect((await everyRow(pool)).filter((row) => row.startsWith("mohallamart."))).toEqual([]);
  const back = await stores(...toPostgres);
  expect(back, back.text).toMatchObject({ code: 0 });
  expect(await everyRow(pool)).toEqual(before);
});

it(
  "nothing is sent twice: each event and each message by one of the two, and in its order",
  slow,
  async () => {
    const [, { pool, databaseUrl, stores }] = databases;
    const waiting = await stores(...toConvex);
    expect(JSON.parse(waiting.text)).toMatchObject({ waiting: 6, handedOver: false });
    expect(await stores(...toConvex, "--hand-over")).toMatchObject({ code: 0 });
    const [here, there] = [recordingEngine(), recordingEngine()];
    const own = createPool({ databaseUrl });
    onTestFinished(() => own.end());
    const log = recordingLog();
    await pool.query("update platform.outbox set next_attempt_at = null");
    await createRelay({ pool: own, client: here, log }).drain();
    expect(here.accepted().map(({ id }) => id)).toEqual(["event_of_ten_ocean"]);
    await bridge.run(async ({ db }) => {
      for (const { _id, stage } of await db.query("outbox").collect())
        if (stage === "retry") await db.patch(_id, { nextAt: 0 });
    });
    await createConvexRelay({ deployment: bridge.deployment, client: there, log }).drain();
    const sent = there.accepted().map(({ id = "" }) => id);
    expect(sent.toSorted()).toEqual(
      ["lost_1", "order.created:ord_1", "order.created:ord_2", "order.packed:ord_1"].concat([
        "track_mohallamartneighbor",
        "track_mohallamartprivate",
      ]),
    );
    expect(sent.indexOf("order.created:ord_1")).toBeLessThan(sent.indexOf("order.packed:ord_1"));
    const ledger = convexLedger(bridge.deployment);
    expect(await ledger.once("order:1:sms", () => Promise.reject(new Error("sent again")))).toBe("SM1");
  },
);

async function sides(databaseUrl: string): Promise<{ postgres: CopySide; convex: CopySide }> {
  const pause = async () => undefined;
  const postgres = await postgresSide(databaseUrl);
  onTestFinished(() => postgres.close());
  return { postgres, convex: convexSide({ url: bridge.url, serviceKey: testServiceKey, pause }) };
}

const run = (options: Pick<CopyOptions, "from" | "to"> & Partial<CopyOptions>) =>
  copyStores({ tables: copiedTables, say: () => undefined, now: Date.now, handsOver: false, ...options });

/** Ends a copy behind its n-th batch, which is written. */
function endingAfter(side: CopySide, batches: number): CopySide {
  let left = batches;
  return {
    ...side,
    async write(...given) {
      if (left === 0) throw new Error("ended");
      left -= 1;
      return side.write(...given);
    },
  };
}

it(
  "goes on where it was interrupted, in both directions, and a call that was cut off writes once",
  slow,
  async () => {
    const [, , { pool, databaseUrl, stores }] = databases;
    await pool.query(
      `insert into mohallamart.notifications (notification_id, user_id, type, title, body)
     select 'many_' || n, 'user_1', 't', 'Title', 'Body' from generate_series(1, 1000) n`,
    );
    const before = await everyRow(pool);
    const { postgres, convex } = await sides(databaseUrl);
    await expect(run({ from: postgres, to: endingAfter(convex, 7) })).rejects.toThrow("ended");
    const refused = await stores(...toPostgres);
    expect(refused).toMatchObject({ code: 1, text: expect.stringContaining("Finish that one first") });
    const cut = { ...convex, write: cutting(convex) };
    const report = await run({ from: postgres, to: cut });
    expect(report.written).toBeLessThan(report.tables.reduce((sum, { source }) => sum + source, 0));
    await stores("clear", "--store", "postgres", "--yes");
    await expect(run({ from: convex, to: endingAfter(postgres, 7) })).rejects.toThrow("ended");
    await run({ from: convex, to: postgres });
    expect(await everyRow(pool)).toEqual(before);
  },
);

/** Each write is cut off before its answer comes. */
function cutting(side: CopySide): CopySide["write"] {
  return async (...given) => {
    bridge.failNext({ cut: "after" });
    return side.write(...given);
  };
}

it("says what differs when somebody wrote meanwhile, and that events came into the outbox", async () => {
  const [{ pool, databaseUrl }] = databases;
  const { postgres, convex } = await sides(databaseUrl);
  const said: string[] = [];
  const meanwhile: CopySide = {
    ...postgres,
    async *batches(table, after) {
      yield* postgres.batches(table, after);
      if (table.name !== "outbox") return;
      await pool.query(
        "insert into platform.outbox (id, name, payload) values ('late', 'order.created', '{\"name\":\"order.created\"}')",
      );
    },
  };
  await expect(run({ from: meanwhile, to: convex, say: (line) => said.push(line) })).rejects.toMatchObject({
    code: "counts-differ",
    message: expect.stringMatching(/outbox: \d+ in postgres, \d+ in convex/),
  });
  expect(said).toContainEqual(expect.stringMatching(/^users +2\/2, \d+ a second$/));
  expect(said).toContainEqual(expect.stringContaining("1 events came into the source's outbox"));
});
