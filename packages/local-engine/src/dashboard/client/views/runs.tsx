import type { AppView, Page, RunStatus, RunSummary } from "../../api-types.ts";
import { countOf, formatDuration } from "../model/format.ts";
import { Empty, ErrorLine, Moment } from "../parts/basics.tsx";
import { SearchField } from "../parts/search-field.tsx";
import { RunStatusPill } from "../parts/status.tsx";
import { WindowList } from "../parts/window-list.tsx";
import { getJson } from "../runtime/api.ts";
import { useLiveList, useNow, useResource } from "../runtime/hooks.ts";
import { pathTo, type Route, setQuery } from "../runtime/router.ts";

const statuses: readonly RunStatus[] = ["Queued", "Running", "Completed", "Failed", "Cancelled"];
const periods: [value: string, text: string][] = [
  ["", "Any time"],
  ["900000", "Last 15 minutes"],
  ["3600000", "Last hour"],
  ["86400000", "Last 24 hours"],
  ["604800000", "Last 7 days"],
];
const rowHeight = 52;

/** All runs, newest first, with filters that live in the address. */
export function RunsView({ route }: { route: Route }) {
  const status = route.query.get("status") ?? undefined;
  const filters = {
    status,
    functionId: route.query.get("function") ?? undefined,
    appId: route.query.get("app") ?? undefined,
    search: route.query.get("search") ?? undefined,
  };
  const since = route.query.get("since") ?? "";
  const queuedAfter = () => (since === "" ? undefined : Date.now() - Number(since));
  const list = useLiveList<RunSummary>({
    key: JSON.stringify([filters, since]),
    loadPage: (before) =>
      getJson<Page<RunSummary>>("/runs", { ...filters, before, queuedAfter: queuedAfter() }),
    concerns: (change) => change.runs.length > 0,
    loadRows: (ids) => getJson<RunSummary[]>("/runs-by-id", { ids: ids.join(",") }),
    accepts: (run) => status === undefined || run.status === status,
  });
  const now = useNow(true);
  const isFiltered = route.query.size > 0;
  return (
    <section class="page list-page" aria-label="Runs">
      <header class="page-head">
        <h1>Runs</h1>
        <SearchField
          label="Search run id or event"
          value={filters.search ?? ""}
          onChange={(value) => setQuery("search", value)}
        />
        <RunFilters route={route} />
      </header>
      <ErrorLine error={list.error} />
      {list.rows.length === 0 && !list.isLoading ? (
        <NoRuns isFiltered={isFiltered} />
      ) : (
        <WindowList
          label={countOf(list.rows.length, "run")}
          rows={list.rows}
          rowHeight={rowHeight}
          hrefOf={({ id }) => pathTo("runs", id)}
          renderRow={(run) => <RunRow run={run} now={now} />}
          onEnd={list.loadOlder}
        />
      )}
    </section>
  );
}

function RunFilters({ route }: { route: Route }) {
  const { data: apps = [] } = useResource(
    "apps",
    () => getJson<AppView[]>("/apps"),
    (change) => change.apps,
  );
  const functions = apps.flatMap((app) => app.functions);
  const appIds = apps.flatMap(({ id }) => id ?? []);
  const functionChoices = functions.map(({ id, name }): [string, string] => [id, name]);
  return (
    <div class="filters">
      <Choice
        route={route}
        name="status"
        label="Status"
        choices={[["", "Any status"], ...statuses.map((name): [string, string] => [name, name])]}
      />
      <Choice
        route={route}
        name="function"
        label="Function"
        choices={[["", "All functions"], ...functionChoices]}
      />
      {appIds.length > 1 && (
        <Choice
          route={route}
          name="app"
          label="App"
          choices={[["", "All apps"], ...appIds.map((id): [string, string] => [id, id])]}
        />
      )}
      <Choice route={route} name="since" label="Time" choices={periods} />
    </div>
  );
}

interface ChoiceProps {
  route: Route;
  /** The parameter in the address. */
  name: string;
  label: string;
  choices: [value: string, text: string][];
}

function Choice({ route, name, label, choices }: ChoiceProps) {
  const value = route.query.get(name) ?? "";
  const known = choices.some(([choice]) => choice === value);
  return (
    <select
      aria-label={label}
      class={value === "" ? "" : "set"}
      value={value}
      onChange={({ currentTarget }) => setQuery(name, currentTarget.value)}
    >
      {!known && <option value={value}>{value}</option>}
      {choices.map(([choice, text]) => (
        <option key={choice} value={choice}>
          {text}
        </option>
      ))}
    </select>
  );
}

function RunRow({ run, now }: { run: RunSummary; now: number }) {
  const trigger = run.cron === undefined ? run.eventName : `cron ${run.cron}`;
  const start = run.startedAt ?? run.queuedAt;
  return (
    <div class="run-row">
      <RunStatusPill status={run.status} />
      <span class="run-main">
        <strong>{run.functionName}</strong>
        <span class={run.errorText === undefined ? "preview" : "preview bad"}>
          {run.errorText ?? trigger}
          {run.rerunOf !== undefined && " · rerun"}
        </span>
      </span>
      <code class="run-id">{run.id}</code>
      <span class="duration">{formatDuration((run.endedAt ?? now) - start)}</span>
      <span class="when">
        <Moment time={run.queuedAt} now={now} />
      </span>
    </div>
  );
}

function NoRuns({ isFiltered }: { isFiltered: boolean }) {
  if (isFiltered) {
    return (
      <Empty icon="search" title="No run matches">
        <p>
          Loosen the filters, or <a href="/runs">show all runs</a>.
        </p>
      </Empty>
    );
  }
  return (
    <Empty icon="runs" title="No runs yet">
      <p>
        A run begins when an event matches a function's trigger. <a href="/send">Send an event</a>, or invoke
        one of the <a href="/functions">functions</a> directly.
      </p>
    </Empty>
  );
}
