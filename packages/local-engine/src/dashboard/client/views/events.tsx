import type { EventSummary, Page } from "../../api-types.ts";
import { countOf } from "../model/format.ts";
import { readTimeRange } from "../model/time-range.ts";
import { Empty, ErrorLine, Moment } from "../parts/basics.tsx";
import { FunctionChoice, NameChoice, StatusChoice, TimeChoice } from "../parts/filters.tsx";
import { Icon } from "../parts/icon.tsx";
import { SearchField, Searching } from "../parts/search-field.tsx";
import { RunTag } from "../parts/status.tsx";
import { WindowList } from "../parts/window-list.tsx";
import { getJson, type Query } from "../runtime/api.ts";
import { useLiveList, useNow } from "../runtime/hooks.ts";
import { pathTo, type Route, setQuery } from "../runtime/router.ts";
import { EventPanel } from "./event-panel.tsx";

const rowHeight = 56;
const shownRuns = 3;

/** The stream of events, newest first, with the chosen one beside it. */
export function EventsView({ route }: { route: Route }) {
  const now = useNow(true, 5_000);
  const list = useLiveList<EventSummary>({
    key: String(route.query),
    loadPage: (before) => getJson<Page<EventSummary>>("/events", { ...filtersOf(route), before }),
    concerns: (change) => change.events || change.runs.length > 0,
  });
  const query = route.query.size === 0 ? "" : `?${route.query}`;
  return (
    <div class={route.id === undefined ? "split" : "split with-panel"}>
      <section class="page list-page" aria-label="Events">
        <EventsHead route={route} />
        <ErrorLine error={list.error} />
        <Searching list={list} />
        {list.rows.length === 0 && !list.isLoading && !list.isSearching ? (
          <NoEvents isFiltered={route.query.size > 0} />
        ) : (
          <WindowList
            label={countOf(list.rows.length, "event")}
            rows={list.rows}
            rowHeight={rowHeight}
            openId={route.id}
            hrefOf={({ id }) => `${pathTo("events", id)}${query}`}
            renderRow={(event) => <EventRow event={event} now={now} />}
            onEnd={list.loadOlder}
          />
        )}
      </section>
      {route.id !== undefined && <EventPanel key={route.id} id={route.id} closePath={`/events${query}`} />}
    </div>
  );
}

function EventsHead({ route }: { route: Route }) {
  return (
    <header class="page-head">
      <h1>Events</h1>
      <SearchField
        label="Search name, id or data"
        value={route.query.get("search") ?? ""}
        onChange={(value) => setQuery("search", value)}
      />
      <label class="check">
        <input
          type="checkbox"
          checked={route.query.get("internal") === "true"}
          onChange={({ currentTarget }) => setQuery("internal", currentTarget.checked ? "true" : undefined)}
        />
        Internal events
      </label>
      <a class="button primary" href="/send">
        <Icon name="send" size={14} />
        Send event
      </a>
      <div class="filters">
        <NameChoice route={route} />
        <FunctionChoice route={route} />
        <StatusChoice route={route} />
        <TimeChoice route={route} />
      </div>
    </header>
  );
}

function EventRow({ event, now }: { event: EventSummary; now: number }) {
  const { runs } = event;
  return (
    <div class="event-row">
      <span class="event-main">
        <strong>{event.name}</strong>
        <span class="preview">{event.preview}</span>
      </span>
      <span class="event-runs">
        {runs.slice(0, shownRuns).map((run) => (
          <RunTag key={run.id} status={run.status} of={run.functionName} />
        ))}
        {runs.length > shownRuns && <span class="more">+{runs.length - shownRuns}</span>}
        {runs.length === 0 && <span class="none">no runs</span>}
      </span>
      <span class="when">
        <Moment time={event.receivedAt} now={now} />
      </span>
    </div>
  );
}

/** The filters of the address in the words of the API. */
function filtersOf({ query }: Route): Query {
  const { after, before } = readTimeRange(query, Date.now());
  return {
    search: query.get("search") ?? undefined,
    name: query.get("name") ?? undefined,
    functionId: query.get("function") ?? undefined,
    runStatus: query.get("status") ?? undefined,
    internal: query.get("internal") === "true" ? "true" : undefined,
    receivedAfter: after,
    receivedBefore: before,
  };
}

function NoEvents({ isFiltered }: { isFiltered: boolean }) {
  if (isFiltered) {
    return (
      <Empty icon="search" title="No event matches">
        <p>
          Loosen the filters, or <a href="/events">show all events</a>.
        </p>
      </Empty>
    );
  }
  return (
    <Empty icon="bolt" title="No events yet">
      <p>Events appear here the moment your app sends them.</p>
      <p>
        <a class="button primary" href="/send">
          Send the first one
        </a>
      </p>
      <p>From code, point the SDK at this engine:</p>
      <pre class="json">INNGEST_DEV={location.origin}</pre>
    </Empty>
  );
}
