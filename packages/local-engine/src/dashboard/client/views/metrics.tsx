import { useEffect, useState } from "preact/hooks";
import type { FunctionMetrics, Metrics, MetricsBucket } from "../../api-types.ts";
import { formatDuration, formatMoment, formatRate, formatShare } from "../model/format.ts";
import { periods } from "../model/time-range.ts";
import { Empty, ErrorLine, Facts } from "../parts/basics.tsx";
import { Chart, type Series } from "../parts/chart.tsx";
import { Select } from "../parts/filters.tsx";
import { getJson } from "../runtime/api.ts";
import { useResource } from "../runtime/hooks.ts";
import { useRowKeys } from "../runtime/keyboard.ts";
import { pathTo, type Route, setQuery } from "../runtime/router.ts";

const defaultPeriod = "3600000";
const refreshInterval = 5_000;
const minute = 60_000;

/** What the functions did in a time: all of them as a table, or one with its course. */
export function MetricsView({ route }: { route: Route }) {
  const period = route.query.get("since") ?? defaultPeriod;
  const tick = useTick();
  const { data, error } = useLatest(`${route.id}|${period}`, tick, () => {
    const to = Date.now();
    return getJson<Metrics>("/metrics", { from: to - Number(period), to, functionId: route.id });
  });
  const query = route.query.size === 0 ? "" : `?${route.query}`;
  return (
    <section class="page metrics-page" aria-label="Metrics">
      <header class="page-head">
        <h1>{route.id === undefined ? "Metrics" : (data?.functions[0]?.functionName ?? "Metrics")}</h1>
        {route.id !== undefined && <a href={`/metrics${query}`}>All functions</a>}
        <Select
          label="Time"
          value={period}
          choices={periods}
          isSet={false}
          onChange={(value) => setQuery("since", value)}
        />
      </header>
      <ErrorLine error={error} />
      {data?.complete === false && (
        <p class="hint">There were more runs than are counted here; the oldest are missing.</p>
      )}
      {data && route.id === undefined && <FunctionTable metrics={data} query={query} />}
      {data && route.id !== undefined && <Course metrics={data} />}
    </section>
  );
}

function useTick(): number {
  const [tick, setTick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTick((before) => before + 1), refreshInterval);
    return () => clearInterval(timer);
  }, []);
  return tick;
}

/** Read again at every tick; what was read before stays until then. */
function useLatest(key: string, tick: number, load: () => Promise<Metrics>) {
  const { data, error } = useResource(`${key}|${tick}`, load, () => false);
  const [shown, setShown] = useState<{ key: string; data: Metrics }>();
  useEffect(() => {
    if (data) setShown({ key, data });
  }, [data]);
  return { data: data ?? (shown?.key === key ? shown.data : undefined), error };
}

function FunctionTable({ metrics: { from, to, functions }, query }: { metrics: Metrics; query: string }) {
  useRowKeys(".metrics-table a");
  if (functions.length === 0) {
    return (
      <Empty icon="chart" title="No function is known yet">
        <p>
          Connect an app under <a href="/functions">Functions</a>.
        </p>
      </Empty>
    );
  }
  const minutes = (to - from) / 60_000;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable with the keyboard
    <section class="table-area" tabIndex={0} aria-label="Functions">
      <table class="metrics-table">
        <thead>
          <tr>
            <th scope="col">Function</th>
            <th scope="col">Runs a minute</th>
            <th scope="col">Failed</th>
            <th scope="col">Duration p50</th>
            <th scope="col">p99</th>
            <th scope="col">Waiting p50</th>
            <th scope="col">p99</th>
            <th scope="col">Backlog</th>
          </tr>
        </thead>
        <tbody>
          {functions.map(({ functionId, functionName, total }) => (
            <tr key={functionId}>
              <th scope="row">
                <a href={`${pathTo("metrics", functionId)}${query}`}>{functionName}</a>
              </th>
              <td>{formatRate(total.queued / minutes)}</td>
              <td class={total.failed > 0 ? "bad" : ""}>{failedText(total)}</td>
              <td>{durationText(total.duration?.p50)}</td>
              <td>{durationText(total.duration?.p99)}</td>
              <td>{durationText(total.waiting?.p50)}</td>
              <td>{durationText(total.waiting?.p99)}</td>
              <td>{total.backlog.toLocaleString("en")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function failedText({ failed, ended }: MetricsBucket): string {
  return ended === 0 ? "–" : formatShare(failed / ended);
}

function durationText(value: number | undefined): string {
  return value === undefined ? "–" : formatDuration(value);
}

function Course({ metrics: { from, to, functions } }: { metrics: Metrics }) {
  const [metrics] = functions;
  if (!metrics) return null;
  const { total } = metrics;
  const minutes = (to - from) / 60_000;
  const facts: [string, string][] = [
    ["Runs a minute", formatRate(total.queued / minutes)],
    ["Failed", failedText(total)],
    ["Duration p50 / p99", `${durationText(total.duration?.p50)} / ${durationText(total.duration?.p99)}`],
    ["Waiting p50 / p99", `${durationText(total.waiting?.p50)} / ${durationText(total.waiting?.p99)}`],
    ["Backlog now", total.backlog.toLocaleString("en")],
  ];
  return (
    <>
      <Facts facts={facts} look="figures-row" />
      <div class="charts">
        <Charts metrics={metrics} to={to} />
      </div>
    </>
  );
}

function Charts({ metrics: { buckets }, to }: { metrics: FunctionMetrics; to: number }) {
  const places = buckets.map(({ start, end }) => formatMoment(end, to, end - start < minute));
  const perMinute = ({ start, end }: MetricsBucket, count: number) => count / ((end - start) / 60_000);
  const spread = (of: "duration" | "waiting"): Series[] => [
    { name: "p50", kind: "line", tone: "main", values: buckets.map((bucket) => bucket[of]?.p50) },
    { name: "p99", kind: "line", tone: "second", values: buckets.map((bucket) => bucket[of]?.p99) },
  ];
  const bars = (name: string, tone: Series["tone"], figureOf: (bucket: MetricsBucket) => number): Series => ({
    name,
    kind: "bar",
    tone,
    values: buckets.map(figureOf),
  });
  return (
    <>
      <Chart
        title="Runs a minute"
        places={places}
        format={formatRate}
        series={[bars("Runs", "main", (bucket) => perMinute(bucket, bucket.queued))]}
      />
      <Chart
        title="Failure rate"
        places={places}
        format={formatShare}
        series={[bars("Failed", "bad", ({ failed, ended }) => (ended === 0 ? 0 : failed / ended))]}
      />
      <Chart title="Duration" places={places} format={formatDuration} series={spread("duration")} />
      <Chart title="Waiting" places={places} format={formatDuration} series={spread("waiting")} />
      <Chart
        title="Backlog"
        places={places}
        format={(value) => value.toLocaleString("en")}
        series={[bars("Waiting runs", "second", ({ backlog }) => backlog)]}
      />
    </>
  );
}
