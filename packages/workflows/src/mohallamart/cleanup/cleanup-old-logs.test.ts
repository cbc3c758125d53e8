import { cleanupOldLogs } from "@org/events/mohallamart/cleanup-old-logs";
import { expect, it } from "vitest";
import { contentOf } from "../../testing/effects.ts";
import { aboutTenYears } from "../../testing/long-ago.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";

async function left({ pool }: TestBench, log: "deliveries" | "analytics"): Promise<string[]> {
  const table =
    log === "deliveries"
      ? "key as id from platform.deliveries"
      : "event_id as id from mohallamart.analytics_events";
  const { rows } = await pool.query(`select ${table}`);
  return rows.map(({ id }) => id).toSorted();
}

/** The keys of all archived deliveries, by file. */
async function archivedDeliveries({ archive }: TestBench): Promise<Record<string, string[]>> {
  const files = Object.entries(await contentOf(archive)).filter(([name]) =>
    name.startsWith("logs/deliveries/"),
  );
  return Object.fromEntries(
    files.map(([name, content]) => [
      name,
      content
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line).key),
    ]),
  );
}

const askedFor = cleanupOldLogs.create({ olderThan: aboutTenYears });

it("archives what is old, a row a line, and deletes it", async () => {
  const bench = await startTestBench();
  await bench.rows.addLogs(3);
  await bench.engine.send(askedFor);

  expect(bench.engine.run("cleanup-old-logs").output).toMatchObject({
    archived: { deliveries: 3, "analytics-events": 3, outbox: 0 },
    finished: true,
  });
  expect(await contentOf(bench.archive)).toEqual({
    "logs/deliveries/2010-01-01-000001.ndjson.gz": [1, 2, 3]
      .map(
        (n) =>
          `{"key":"old-${n}","subject":"ord_1","workflow":"send-order-confirmation","recipient":"customer","channel":"email","status":"sent","messageId":null,"reason":null,"recordedAt":"2010-01-01T00:0${n}:00.000Z"}\n`,
      )
      .join(""),
    "logs/analytics-events/2010-01-01-000002.ndjson.gz": [1, 2, 3]
      .map(
        (n) =>
          `{"eventId":"old-${n}","event":"page.viewed","sessionId":"s_1","at":"2010-01-01T00:0${n}:00.000Z","properties":{"page":"[text]","seconds":3}}\n`,
      )
      .join(""),
  });
  expect(await left(bench, "deliveries")).toEqual(["new"]);
  expect(await left(bench, "analytics")).toEqual(["new"]);
});

it("touches only the sources that it is asked for", async () => {
  const bench = await startTestBench();
  await bench.rows.addLogs(3);
  await bench.engine.send(cleanupOldLogs.create({ olderThan: aboutTenYears, sources: ["analytics"] }));
  expect(await left(bench, "deliveries")).toHaveLength(4);
  expect(await left(bench, "analytics")).toEqual(["new"]);
});

it("keeps what a replay may need, however little it is asked to keep", async () => {
  const bench = await startTestBench();
  await bench.engine.send(cleanupOldLogs.create({ olderThan: "1d" }));
  // Ninety days before the bench's time.
  expect(bench.engine.run("cleanup-old-logs").output).toMatchObject({ before: "2026-08-04T04:30:00.000Z" });
});

it("runs in the night to Sunday, week after week", async () => {
  const bench = await startTestBench();
  await bench.rows.addLogs(3);
  await bench.engine.advanceTo("2026-11-08T03:44:59+05:30");
  expect(bench.engine.runs({ functionId: "cleanup-old-logs" })).toEqual([]);
  await bench.engine.advanceTo("2026-11-08T03:45:00+05:30");
  expect(bench.engine.run("cleanup-old-logs").output).toMatchObject({ before: "2026-08-09T22:15:00.000Z" });
  expect(await left(bench, "deliveries")).not.toContain("old-1");
  await bench.engine.advance("7d");
  expect(bench.engine.runs({ functionId: "cleanup-old-logs" })).toHaveLength(2);
});

it("deletes nothing while the archive cannot be written", async () => {
  const bench = await startTestBench();
  await bench.rows.addLogs(3);
  const archiving = { functionId: "cleanup-old-logs", stepId: "archive:deliveries:1" };
  bench.engine.faults.failStep({ ...archiving, attempts: 100 });
  await bench.engine.send(askedFor);
  await bench.engine.advance("1h");
  expect(bench.engine.run("cleanup-old-logs").status).toBe("Failed");
  expect(await left(bench, "deliveries")).toHaveLength(4);
});

it("goes on with the same file when a run ended between archiving and deleting, though older rows came", async () => {
  const bench = await startTestBench();
  await bench.rows.addLogs(3);
  bench.engine.faults.failStep({
    functionId: "cleanup-old-logs",
    stepId: "delete:deliveries:1",
    attempts: 4,
  });
  await bench.engine.send(askedFor);
  await bench.engine.advance("1h");
  expect(bench.engine.run("cleanup-old-logs").status).toBe("Failed");
  expect(await archivedDeliveries(bench)).toEqual({
    "logs/deliveries/2010-01-01-000001.ndjson.gz": ["old-1", "old-2", "old-3"],
  });
  expect(await left(bench, "deliveries")).toHaveLength(4);

  await bench.pool.query(
    `insert into platform.deliveries (key, subject, workflow, recipient, channel, status, recorded_at)
     values ('older', 'ord_1', 'send-order-confirmation', 'customer', 'sms', 'sent', '2009-01-01')`,
  );
  await bench.engine.send(cleanupOldLogs.create({ olderThan: aboutTenYears }));
  await bench.engine.advance("1h");
  expect(await archivedDeliveries(bench)).toEqual({
    "logs/deliveries/2009-01-01-000002.ndjson.gz": ["older"],
    "logs/deliveries/2010-01-01-000001.ndjson.gz": ["old-1", "old-2", "old-3"],
  });
  expect(await left(bench, "deliveries")).toEqual(["new"]);
});

it("takes many rows in batches", async () => {
  const bench = await startTestBench();
  await bench.rows.addLogs(4_500);
  await bench.engine.send(askedFor);
  const files = Object.values(await archivedDeliveries(bench));
  expect(files.map((keys) => keys.length)).toEqual([2_000, 2_000, 500]);
  expect(new Set(files.flat()).size).toBe(4_500);
  expect(await left(bench, "deliveries")).toEqual(["new"]);
});
