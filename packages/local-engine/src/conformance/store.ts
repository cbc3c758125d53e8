import { describe, expect, it } from "vitest";
import type { EventRecord, RunRecord, SpanRecord, StepRecord } from "../core/records.ts";
import type { Change, RetentionPolicy, Store } from "../core/store.ts";

const keepAll: RetentionPolicy = { maxRuns: 100, maxEvents: 100, maxAge: 1_000_000 };

const eventOf = (id: string, fields: Partial<EventRecord> = {}): EventRecord => ({
  id,
  name: "go",
  ts: 1,
  receivedAt: 1,
  json: JSON.stringify({ name: "go", id, data: { text: `100%_${id}` } }),
  ...fields,
});

const runOf = (id: string, fields: Partial<RunRecord> = {}): RunRecord => ({
  id,
  functionId: "app-work",
  appId: "app",
  status: "Running",
  eventIds: ["e1"],
  queuedAt: 5,
  attempts: [],
  parallel: false,
  requestVersion: -1,
  rank: 5,
  concurrencyKeys: [],
  ...fields,
});

const stepOf = (runId: string, id: string, fields: Partial<StepRecord> = {}): StepRecord => ({
  runId,
  id,
  op: "StepRun",
  name: id,
  displayName: id,
  status: "completed",
  memo: '{"data":1}',
  order: 0,
  attempts: [],
  startedAt: 1,
  ...fields,
});

const putEvent = (event: EventRecord): Change => ({ table: "events", key: event.id, row: event });
const putRun = (run: RunRecord): Change => ({ table: "runs", key: run.id, row: run });
const putStep = (step: StepRecord): Change => ({
  table: "steps",
  key: `${step.runId}/${step.id}`,
  row: step,
});

/** What every store has to do. */
export function describeStore(name: string, open: () => Store): void {
  describe(`store contract: ${name}`, () => {
    it("gives back what was written, rewritten and deleted", () => {
      const store = open();
      const run = runOf("r1");
      store.commit([
        putEvent(eventOf("e1", { externalId: "mine" })),
        putRun(run),
        putStep(stepOf("r1", "s1", { status: "planned" })),
      ]);
      store.commit([
        putStep(stepOf("r1", "s2")),
        putStep(stepOf("r1", "s1")),
        { table: "jobs", key: "j1", row: { id: "j1", runId: "r1", attempt: 0, dueAt: 9 } },
      ]);
      expect(store.event("e1")).toEqual(eventOf("e1", { externalId: "mine" }));
      expect(store.run("r1")).toEqual(run);
      expect(store.steps("r1")).toEqual([stepOf("r1", "s1"), stepOf("r1", "s2")]);
      expect(store.runsOfEvent("e1")).toEqual([run]);
      store.commit([{ table: "jobs", key: "j1", row: undefined }]);
      expect(store.load().jobs).toEqual([]);
      expect([store.event("none"), store.run("none"), store.steps("none")]).toEqual([
        undefined,
        undefined,
        [],
      ]);
      store.close();
    });

    it("loads what is in progress and leaves out what has ended", () => {
      const store = open();
      const ended = runOf("r2", { status: "Completed", endedAt: 9, output: "1" });
      store.commit([
        putEvent(eventOf("e1")),
        putRun(runOf("r1")),
        putRun(ended),
        putStep(stepOf("r1", "s1")),
        putStep(stepOf("r2", "s1")),
      ]);
      store.commit([
        {
          table: "pendingStarts",
          key: "k",
          row: {
            kind: "batch",
            functionId: "f",
            key: "k",
            batchId: "b",
            eventIds: ["e1"],
            firstAt: 1,
            dueAt: 2,
          },
        },
      ]);
      const { runs, pendingStarts } = store.load();
      expect(runs).toEqual([{ run: runOf("r1"), steps: [stepOf("r1", "s1")] }]);
      expect(pendingStarts).toMatchObject([{ key: "k", eventIds: ["e1"] }]);
      expect(store.run("r2")).toEqual(ended);
      store.close();
    });

    it("finds events and runs by every filter, newest first", () => {
      const store = open();
      const paid = eventOf("e2", { name: "order.paid", receivedAt: 20 });
      const internal = eventOf("e3", { name: "inngest/function.finished", receivedAt: 30 });
      store.commit([putEvent(eventOf("e1", { receivedAt: 10 })), putEvent(paid), putEvent(internal)]);
      store.commit([
        putRun(runOf("r1")),
        putRun(runOf("r2", { functionId: "app-other", status: "Failed", endedAt: 8 })),
        putRun(runOf("r3", { queuedAt: 50 })),
      ]);
      const events = (query: Parameters<Store["events"]>[0]) => store.events(query).map(({ id }) => id);
      expect(events({})).toEqual(["e3", "e2", "e1"]);
      expect(events({ name: "order.paid" })).toEqual(["e2"]);
      expect(events({ excludeInternal: true, limit: 1 })).toEqual(["e2"]);
      expect(events({ before: "e3" })).toEqual(["e2", "e1"]);
      expect(events({ receivedAfter: 10, receivedBefore: 30 })).toEqual(["e2"]);
      expect(events({ search: "100%_E1" })).toEqual(["e1"]);
      expect(events({ search: "1000" })).toEqual([]);
      const runs = (query: Parameters<Store["runs"]>[0]) => store.runs(query).map(({ id }) => id);
      expect(runs({ functionId: "app-other" })).toEqual(["r2"]);
      expect(runs({ status: "Running", limit: 1 })).toEqual(["r3"]);
      expect(runs({ queuedAfter: 5 })).toEqual(["r3"]);
      expect(runs({ before: "r2", appId: "app" })).toEqual(["r1"]);
      store.close();
    });

    it("searches texts and other tables within its time, and says where to go on", () => {
      const store = open();
      store.commit(["e1", "e2", "e3"].map((id) => putEvent(eventOf(id, { name: `name.${id}` }))));
      const error = { name: "Error", message: "card declined" };
      store.commit([putRun(runOf("r1")), putRun(runOf("r2", { eventIds: ["e2"] }))]);
      store.commit([
        putRun(
          runOf("r2", { eventIds: ["e2"], status: "Failed", queuedAt: 7, startedAt: 8, endedAt: 9, error }),
        ),
        putRun(
          runOf("r3", { eventIds: ["e2"], functionId: "app-other", output: '{"paid":true}', endedAt: 20 }),
        ),
      ]);
      const forever = 60_000;
      const events = (query: Parameters<Store["findEvents"]>[0], within = forever) => {
        const { rows, next } = store.findEvents(query, within);
        return [rows.map(({ id }) => id), next];
      };
      const runs = (query: Parameters<Store["findRuns"]>[0]) =>
        store.findRuns(query, forever).rows.map(({ id }) => id);
      expect(events({ functionId: "app-work" })).toEqual([["e2", "e1"], undefined]);
      expect(events({ functionId: "app-other", runStatus: "Failed" })).toEqual([[], undefined]);
      expect(events({ runStatus: "Failed", search: "100%_E2" })).toEqual([["e2"], undefined]);
      expect(events({ limit: 2 })).toEqual([["e3", "e2"], "e2"]);
      expect(events({ limit: 2, before: "e2" })).toEqual([["e1"], undefined]);
      expect(events({ search: "e1" }, 0)).toEqual([[], "e3"]);
      expect(runs({ eventName: "name.e2" })).toEqual(["r3", "r2"]);
      expect([runs({ search: "DECLINED" }), runs({ search: '"paid"' })]).toEqual([["r2"], ["r3"]]);
      expect(runs({ search: "_e1" })).toEqual(["r1"]);
      expect(runs({ statuses: ["Failed", "Queued"] })).toEqual(["r2"]);
      expect(runs({ endedAfter: 9 })).toEqual(["r3", "r1"]);
      expect(store.runs({ oldestFirst: true, limit: 2 }).map(({ id }) => id)).toEqual(["r1", "r2"]);
      expect([store.countRuns({ before: "r3" }), store.countRuns({ eventName: "name.e2" })]).toEqual([2, 2]);
      expect(store.runs({ after: "r1", before: "r3" }).map(({ id }) => id)).toEqual(["r2"]);
      expect(store.runTimes({ status: "Failed" })).toEqual([
        { functionId: "app-work", status: "Failed", queuedAt: 7, startedAt: 8, endedAt: 9 },
      ]);
      store.close();
    });

    it("finds the events of a run that was over when it was written first", () => {
      const store = open();
      store.commit([putEvent(eventOf("e1")), putRun(runOf("r1", { status: "Skipped", endedAt: 5 }))]);
      expect(store.runsOfEvent("e1").map(({ id }) => id)).toEqual(["r1"]);
      store.close();
    });

    it("remembers marks", () => {
      const store = open();
      const mark = { kind: "idempotency" as const, key: "k", value: "v", expiresAt: 100 };
      store.commit([{ table: "marks", key: "idempotency:k", row: mark }]);
      expect(store.mark("idempotency", "k")).toEqual(mark);
      expect(store.mark("event-id", "k")).toBeUndefined();
      store.prune(keepAll, 100);
      expect(store.mark("idempotency", "k")).toBeUndefined();
      store.close();
    });

    it("keeps what an app told about a run as long as the run", () => {
      const store = open();
      const span = (runId: string, id: string, name = id): SpanRecord => ({
        kind: "span",
        id,
        runId,
        name,
        startedAt: 1.5,
        endedAt: 2,
        failed: false,
        attributes: {},
      });
      const put = (row: SpanRecord): Change => ({ table: "annotations", key: `${row.runId}/${row.id}`, row });
      const ended = runOf("r1", { status: "Completed", endedAt: 10 });
      store.commit([putEvent(eventOf("e1")), putRun(ended), putRun(runOf("r2"))]);
      store.commit([put(span("r1", "a")), put(span("r1", "b")), put(span("r2", "a"))]);
      store.commit([put(span("r1", "a", "renamed"))]);
      expect(store.annotations("r1")).toEqual([span("r1", "a", "renamed"), span("r1", "b")]);
      store.prune({ ...keepAll, maxAge: 5 }, 50);
      expect([store.annotations("r1"), store.annotations("r2")]).toEqual([[], [span("r2", "a")]]);
      store.close();
    });

    it("forgets the oldest by count and by age, never what is in progress", () => {
      const store = open();
      const numbers = [1, 2, 3, 4, 5];
      store.commit(numbers.map((n) => putEvent(eventOf(`e${n}`, { receivedAt: n * 10 }))));
      store.commit([
        putRun(runOf("r1", { eventIds: ["e1"] })),
        putStep(stepOf("r1", "s")),
        putStep(stepOf("r2", "s")),
      ]);
      store.commit([2, 3, 4, 5].map((n) => putRun(runOf(`r${n}`, { eventIds: [`e${n}`] }))));
      store.commit(
        [2, 3, 4, 5].map((n) =>
          putRun(runOf(`r${n}`, { status: "Completed", endedAt: n * 10, eventIds: [`e${n}`] })),
        ),
      );
      store.prune({ ...keepAll, maxRuns: 2, maxEvents: 2 }, 60);
      expect(store.runs({}).map(({ id }) => id)).toEqual(["r5", "r4", "r1"]);
      expect(store.events({}).map(({ id }) => id)).toEqual(["e5", "e4", "e1"]);
      expect([store.steps("r1").length, store.steps("r2").length]).toEqual([1, 0]);
      store.prune({ ...keepAll, maxAge: 5 }, 50);
      expect(store.runs({}).map(({ id }) => id)).toEqual(["r5", "r1"]);
      store.close();
    });
  });
}
