import { expectNothingPersonal } from "@org/integrations/contracts";
import { beforeEach, describe, expect, it } from "vitest";
import { type LogBatch, type LogName, logNames, type OldLogs } from "./port.ts";

export interface OldLogBench {
  logs: OldLogs;
  /** Adds a row that was over at this time, ISO 8601, or is not; its free texts are `personal`. */
  add(log: LogName, id: string, at: string | null): Promise<unknown>;
  /** The ids of the rows, sorted. */
  left(log: LogName): Promise<string[]>;
  reset(): Promise<unknown>;
}

const before = "2026-06-01T00:00:00Z";
const old = "2026-05-31T23:59:59.999Z";
const young = before;

/** The archive gets JSON. */
const asArchived = (rows: unknown): unknown => JSON.parse(JSON.stringify(rows));

/** What every store of old logs promises. */
export function oldLogContract(name: string, { logs, left, reset, ...bench }: OldLogBench): void {
  async function add(log: LogName, rows: Record<string, string | null>): Promise<void> {
    for (const [id, at] of Object.entries(rows)) await bench.add(log, id, at);
  }

  async function begin(log: LogName, limit = 100): Promise<LogBatch> {
    const batch = await logs.begin({ log, before, limit });
    if (!batch) throw new Error(`There is nothing old in ${log}.`);
    return batch;
  }

  beforeEach(() => reset());

  describe.each(logNames)(`the log %s in ${name}`, (log) => {
    it("gives its old rows, without anything personal, and then loses them; what is young or not over stays", async () => {
      await add(log, { a_old: old, b_older: "2026-02-01T00:00:00Z", c_young: young, d_open: null });
      const batch = await begin(log);
      expect(batch).toEqual({
        number: expect.any(Number),
        log,
        from: "2026-02-01T00:00:00.000Z",
        rows: 2,
      });
      const rows = await logs.read(batch);
      expect(rows?.map((row) => Object.values(row)[0])).toEqual(["b_older", "a_old"]);
      expectNothingPersonal(JSON.stringify(rows));
      await logs.remove(batch);
      expect(await left(log)).toEqual(["c_young", "d_open"]);
      expect(await logs.begin({ log, before, limit: 100 })).toBeUndefined();
    });
  });

  it("a batch that was begun is the same until it is removed, whatever became old meanwhile", async () => {
    await add("deliveries", { a: "2026-02-01T00:00:00Z", b: "2026-03-01T00:00:00Z" });
    const batch = await begin("deliveries", 1);
    await add("deliveries", { c: "2026-01-01T00:00:00Z" });
    expect(await begin("deliveries")).toEqual(batch);
    expect(await logs.read(batch)).toMatchObject([{ key: "a" }]);
    await logs.remove(batch);
    const next = await begin("deliveries");
    expect(next.number).toBeGreaterThan(batch.number);
    expect(await logs.read(next)).toMatchObject([{ key: "c" }, { key: "b" }]);
  });

  it("a batch that was removed cannot be read, and is not removed again", async () => {
    await add("deliveries", { a: old });
    const batch = await begin("deliveries");
    await logs.remove(batch);
    await add("deliveries", { a: old });
    expect(await logs.read(batch)).toBeUndefined();
    await logs.remove(batch);
    expect(await left("deliveries")).toEqual(["a"]);
  });

  it("two who begin at once get the same batch", async () => {
    await add("deliveries", { a: old });
    await add("outbox", { a: old });
    const batches = await Promise.all(Array.from({ length: 5 }, () => begin("deliveries")));
    expect(new Set(batches.map(({ number }) => number)).size).toBe(1);
    expect((await begin("outbox")).number).not.toBe(batches[0]?.number);
  });

  it("texts of unknown content are left out of archived analytics events, numbers are kept", async () => {
    await add("analytics-events", { a: old });
    expect(asArchived(await logs.read(await begin("analytics-events")))).toEqual([
      {
        eventId: "a",
        event: "search.performed",
        sessionId: "s_1",
        properties: { query: "[text]", results: 3 },
        at: old,
      },
    ]);
  });
}
