import { useState } from "preact/hooks";
import type { Page, RunSummary } from "../../api-types.ts";
import { countOf, formatDuration } from "../model/format.ts";
import { readTimeRange } from "../model/time-range.ts";
import { Empty, ErrorLine, Moment } from "../parts/basics.tsx";
import { AppChoice, FunctionChoice, NameChoice, StatusChoice, TimeChoice } from "../parts/filters.tsx";
import { Icon } from "../parts/icon.tsx";
import { SearchField, Searching } from "../parts/search-field.tsx";
import { RunStatusPill } from "../parts/status.tsx";
import { WindowList } from "../parts/window-list.tsx";
import { getJson, type Query } from "../runtime/api.ts";
import { useLiveList, useNow } from "../runtime/hooks.ts";
import { pathTo, type Route, setQuery } from "../runtime/router.ts";
import { BulkDialog } from "./bulk-dialog.tsx";

const rowHeight = 52;

/** All runs, newest first, with filters that live in the address. */
export function RunsView({ route }: { route: Route }) {
  const status = route.query.get("status") ?? undefined;
  const [isBulkOpen, setIsBulkOpen] = useState(false);
  const list = useLiveList<RunSummary>({
    key: String(route.query),
    loadPage: (before) => getJson<Page<RunSummary>>("/runs", { ...filtersOf(route), before }),
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
          label="Search id, data, output or error"
          value={route.query.get("search") ?? ""}
          onChange={(value) => setQuery("search", value)}
        />
        <button type="button" class="button plain" onClick={() => setIsBulkOpen(true)}>
          <Icon name="layers" size={14} />
          Many at once
        </button>
        <div class="filters">
          <StatusChoice route={route} />
          <FunctionChoice route={route} />
          <NameChoice route={route} />
          <AppChoice route={route} />
          <TimeChoice route={route} />
        </div>
      </header>
      <ErrorLine error={list.error} />
      <Searching list={list} />
      {isBulkOpen && <BulkDialog route={route} onClose={() => setIsBulkOpen(false)} />}
      {list.rows.length === 0 && !list.isLoading && !list.isSearching ? (
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

/** The filters of the address in the words of the API. */
function filtersOf({ query }: Route): Query {
  const { after, before } = readTimeRange(query, Date.now());
  return {
    search: query.get("search") ?? undefined,
    status: query.get("status") ?? undefined,
    eventName: query.get("name") ?? undefined,
    functionId: query.get("function") ?? undefined,
    appId: query.get("app") ?? undefined,
    queuedAfter: after,
    queuedBefore: before,
  };
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
      <span class="duration">
        {run.status === "Skipped" ? "" : formatDuration((run.endedAt ?? now) - start)}
      </span>
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
