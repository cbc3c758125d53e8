import { randomUUID } from "node:crypto";
import { parseArgs } from "node:util";
import { deferred } from "@org/integrations/contracts";
import { createDatabase, startPostgres } from "@org/local-stack";
import { type Contenders, median, print, round, timed } from "@org/tooling/measure";
import { processorTime } from "@org/tooling/processor";
import { databaseOn } from "../src/database.ts";
import { postgresLedger } from "../src/ledger/postgres.ts";
import { appendEvents } from "../src/outbox/append.ts";
import { createRelay } from "../src/outbox/relay.ts";
import { createPool, migrate, type Pool } from "../src/postgres.ts";

const help = `Measures the send ledger and the outbox against the fewest bare statements that do the same, and prints JSON.

  node bench/ledger-and-outbox.ts [--operations 2000] [--rounds 7]

--operations  how many operations a round has; 8 are under way at once
--rounds      how many rounds each side has, in turns; the medians count

Ends with 1 when one of ours takes more of the processor than its floor says (on Linux).
`;

const { values } = parseArgs({
  options: {
    operations: { type: "string", default: "2000" },
    rounds: { type: "string", default: "7" },
    help: { type: "boolean", default: false },
  },
});

const operations = Number(values.operations);
const parallel = 8;
const batchSize = 100;

/** Eight lines of calls, each waiting for its own answer. */
async function inParallel(call: (number: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const line = async () => {
    while (next < operations) await call(next++);
  };
  await Promise.all(Array.from({ length: parallel }, line));
}

const quiet = { debug() {}, info() {}, warn() {}, error() {} };

/** A send that the vendor answers at once. */
const effect = async () => ({ messageId: "msg_1" });

function firstSends(pool: Pool): Contenders {
  const ledger = postgresLedger(pool);
  return {
    ours: () => inParallel(() => ledger.once(randomUUID(), effect)),
    bare: () =>
      inParallel(async () => {
        const key = randomUUID();
        const insert = `insert into platform.send_ledger (key, holder, state) values ($1, $2, 'sending')
          on conflict do nothing returning key`;
        const { rowCount } = await pool.query(insert, [key, "bench"]);
        if (rowCount !== 1) throw new Error("A new key was refused.");
        const settle = `update platform.send_ledger set state = 'sent', result = $2, settled_at = now() where key = $1`;
        await pool.query(settle, [key, JSON.stringify(await effect())]);
      }),
  };
}

function repeatedSends(pool: Pool): Contenders {
  const ledger = postgresLedger(pool);
  const key = (number: number) => `repeated-${number}`;
  return {
    ours: () => inParallel((number) => ledger.once(key(number), effect)),
    bare: () =>
      inParallel((number) =>
        pool.query("select result from platform.send_ledger where key = $1 and state = 'sent'", [
          key(number),
        ]),
      ),
  };
}

function eventOf(id: string) {
  return {
    id,
    name: "order.created",
    v: "2026-11-01.01",
    data: { orderId: id, userId: "user_1", total: 1250 },
  };
}

function appends(pool: Pool): Contenders {
  const database = databaseOn(pool);
  const newEvent = () => eventOf(`order.created:${randomUUID()}`);
  return {
    ours: () =>
      inParallel(() => database.transaction((transaction) => appendEvents(transaction, [newEvent()]))),
    bare: () => inParallel(() => appendBare(pool, newEvent())),
  };
}

/** In a transaction, because the row whose change the event tells of belongs to it. */
async function appendBare(pool: Pool, event: ReturnType<typeof eventOf>): Promise<void> {
  const connection = await pool.connect();
  try {
    await connection.query("begin");
    await connection.query(
      "insert into platform.outbox (id, name, ordering_key, payload) values ($1, $2, $1, $3)",
      [event.id, event.name, JSON.stringify(event)],
    );
    await connection.query("commit");
  } finally {
    connection.release();
  }
}

/** Moves everything that waits, in batches, to an engine that takes it at once. */
function relays(pool: Pool): Contenders {
  return {
    async ours() {
      let moved = 0;
      const all = deferred();
      const client = {
        async send(events: object) {
          moved += [events].flat().length;
          if (moved === operations) all.resolve();
          return { ids: [] };
        },
      };
      const relay = createRelay({ pool, client, log: quiet, batchSize });
      await relay.start();
      await all.promise;
      await relay.stop();
    },
    async bare() {
      for (let moved = 0; moved < operations; ) moved += await moveBare(pool);
    },
  };
}

async function moveBare(pool: Pool): Promise<number> {
  const connection = await pool.connect();
  try {
    await connection.query("begin");
    const { rows } = await connection.query(
      `select id, payload from platform.outbox where accepted_at is null
        order by position limit $1 for update skip locked`,
      [batchSize],
    );
    const ids = rows.map(({ id }) => id);
    await connection.query("update platform.outbox set accepted_at = now() where id = any($1)", [ids]);
    await connection.query("commit");
    return rows.length;
  } finally {
    connection.release();
  }
}

interface Rates {
  oursPerSecond: number;
  barePerSecond: number;
  /** Microseconds of processor time an operation, in this process and in Postgres. */
  oursProcessor: number;
  bareProcessor: number;
  /** The bare statements' processor time to ours: 1 is as cheap as can be. Rates by the clock differ threefold from run to run. */
  ratio: number;
}

interface Cost {
  clock: number;
  processor: number;
}

/** Milliseconds of both. */
async function costOf(run: () => Promise<unknown>): Promise<Cost> {
  const used = () => Object.values(processorTime()).reduce((sum, each) => sum + each, 0);
  const before = used();
  const clock = await timed(run);
  return { clock, processor: used() - before };
}

/** Takes turns, and turns in going first, so that whatever else the machine does weighs on both alike. */
async function compare(contenders: Contenders, prepare: () => Promise<void>): Promise<Rates> {
  const once = async (side: keyof Contenders) => {
    await prepare();
    return costOf(contenders[side]);
  };
  await once("ours");
  await once("bare");
  const costs: Record<keyof Contenders, Cost[]> = { ours: [], bare: [] };
  for (let count = 0; count < Number(values.rounds); count += 1) {
    const turns = count % 2 === 0 ? (["ours", "bare"] as const) : (["bare", "ours"] as const);
    for (const side of turns) costs[side].push(await once(side));
  }
  const perSecond = (side: keyof Contenders) =>
    Math.round((operations / median(costs[side].map(({ clock }) => clock))) * 1000);
  const processor = (side: keyof Contenders) => median(costs[side].map(({ processor }) => processor));
  const microseconds = (side: keyof Contenders) => Math.round((processor(side) / operations) * 1000);
  return {
    oursPerSecond: perSecond("ours"),
    barePerSecond: perSecond("bare"),
    oursProcessor: microseconds("ours"),
    bareProcessor: microseconds("bare"),
    ratio: round(processor("bare") / processor("ours"), 2),
  };
}

/** The least ratios: about three quarters of what ours reach, since a machine that does other work measures a tenth more or less. */
const floors = {
  ledgerFirstSend: 0.55,
  ledgerRepeatedSend: 0.2,
  outboxAppend: 0.28,
  outboxRelay: 0.26,
} as const;

async function run(): Promise<void> {
  const server = await startPostgres();
  const { url } = await createDatabase(server.url);
  await migrate(url);
  const pool = createPool({ databaseUrl: url });
  const empty = async () => {
    await pool.query("truncate platform.send_ledger, platform.outbox");
  };
  const repeated = repeatedSends(pool);
  const appending = appends(pool);
  const measurements = {
    ledgerFirstSend: await compare(firstSends(pool), empty),
    ledgerRepeatedSend: await compare(repeated, async () => {
      await empty();
      await repeated.ours();
    }),
    outboxAppend: await compare(appending, empty),
    outboxRelay: await compare(relays(pool), async () => {
      await empty();
      await appending.bare();
    }),
  };
  await pool.end();
  await server.stop();
  const names = ["ledgerFirstSend", "ledgerRepeatedSend", "outboxAppend", "outboxRelay"] as const;
  const missed = names.filter((name) => measurements[name].ratio < floors[name]);
  print({ operations, parallel, batchSize, fsync: false, floors, ...measurements, missed });
  if (missed.length > 0) process.exitCode = 1;
}

if (values.help) process.stdout.write(help);
else await run();
