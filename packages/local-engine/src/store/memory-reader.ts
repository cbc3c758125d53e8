import type { EventRecord, RunRecord } from "../core/records.ts";
import type { EventQuery, Found, RunQuery, RunTimes, Store } from "../core/store.ts";

interface Rows {
  events: Map<string, EventRecord>;
  runs: Map<string, RunRecord>;
}

/** Whether a row fulfils a query: a quick look first, then one at texts and other tables. */
interface Matcher<Row> {
  quick: (row: Row) => boolean;
  slow: (row: Row) => boolean;
}

interface Paging {
  before?: string;
  after?: string;
  limit?: number;
  oldestFirst?: boolean;
}

const defaultLimit = 100;
const rowsBetweenLooks = 50;

/** The lists of the memory store. */
export function createMemoryReader(
  rows: Rows,
  runsOfEvent: (eventId: string) => RunRecord[],
): Pick<Store, "events" | "runs" | "findEvents" | "findRuns" | "countRuns" | "runTimes"> {
  const events = (query: EventQuery) => matchEvents(query, runsOfEvent);
  const runs = (query: RunQuery) => matchRuns(query, rows.events);
  return {
    events: (query) => search(rows.events, events(query), query, Number.POSITIVE_INFINITY).rows,
    findEvents: (query, within) => search(rows.events, events(query), query, within),
    runs: (query) => search(rows.runs, runs(query), query, Number.POSITIVE_INFINITY).rows,
    findRuns: (query, within) => search(rows.runs, runs(query), query, within),
    countRuns(query) {
      const { quick, slow } = runs(query);
      return [...rows.runs.values()].filter((run) => isBetween(run, query) && quick(run) && slow(run)).length;
    },
    runTimes: (query) => search(rows.runs, runs(query), query, Number.POSITIVE_INFINITY).rows.map(toRunTimes),
  };
}

function search<Row extends { id: string }>(
  table: Map<string, Row>,
  { quick, slow }: Matcher<Row>,
  paging: Paging,
  within: number,
): Found<Row> {
  const { limit = defaultLimit, oldestFirst = false } = paging;
  const end = performance.now() + within;
  const older = oldestFirst ? -1 : 1;
  const candidates = [...table.values()].filter((row) => isBetween(row, paging) && quick(row));
  candidates.sort((a, b) => (a.id < b.id ? older : -older));
  const found: Row[] = [];
  for (const [position, row] of candidates.entries()) {
    if (slow(row)) found.push(row);
    const isLate = position % rowsBetweenLooks === 0 && performance.now() >= end;
    if (found.length >= limit || isLate) return { rows: found, next: row.id };
  }
  return { rows: found };
}

function isBetween({ id }: { id: string }, { before, after }: Paging): boolean {
  return (before === undefined || id < before) && (after === undefined || id > after);
}

function matchEvents(query: EventQuery, runsOfEvent: (eventId: string) => RunRecord[]): Matcher<EventRecord> {
  const { functionId, runStatus } = query;
  const startsRun = ({ id }: EventRecord) =>
    (functionId === undefined && runStatus === undefined) ||
    runsOfEvent(id).some(
      (run) => is(run.functionId, functionId) && (runStatus === undefined || run.status === runStatus),
    );
  return {
    quick: (event) =>
      is(event.name, query.name) &&
      isWithin(event.receivedAt, query.receivedAfter, query.receivedBefore) &&
      (!query.excludeInternal || !event.name.startsWith("inngest/")),
    slow: (event) => startsRun(event) && contains(() => `${event.id} ${event.json}`, query.search),
  };
}

function matchRuns(query: RunQuery, events: Rows["events"]): Matcher<RunRecord> {
  const eventsOf = (run: RunRecord) => run.eventIds.flatMap((id) => events.get(id) ?? []);
  const textOf = (run: RunRecord) =>
    [
      run.id,
      run.output ?? "",
      run.error === undefined ? "" : JSON.stringify(run.error),
      ...eventsOf(run).map(({ id, json }) => `${id} ${json}`),
    ].join("\n");
  return {
    quick: (run) =>
      is(run.functionId, query.functionId) &&
      is(run.appId, query.appId) &&
      is(run.status, query.status) &&
      (query.statuses === undefined || query.statuses.includes(run.status)) &&
      isWithin(run.queuedAt, query.queuedAfter, query.queuedBefore) &&
      (query.endedAfter === undefined || run.endedAt === undefined || run.endedAt > query.endedAfter),
    slow: (run) =>
      (query.eventName === undefined || eventsOf(run).some(({ name }) => name === query.eventName)) &&
      contains(() => textOf(run), query.search),
  };
}

function is(value: string, wanted: string | undefined): boolean {
  return wanted === undefined || value === wanted;
}

function isWithin(time: number, after: number | undefined, before: number | undefined): boolean {
  return (after === undefined || time > after) && (before === undefined || time < before);
}

function contains(text: () => string, search: string | undefined): boolean {
  return search === undefined || text().toLowerCase().includes(search.toLowerCase());
}

function toRunTimes({ functionId, status, queuedAt, startedAt, endedAt }: RunRecord): RunTimes {
  return {
    functionId,
    status,
    queuedAt,
    ...(startedAt === undefined ? {} : { startedAt }),
    ...(endedAt === undefined ? {} : { endedAt }),
  };
}
