import type { AppRecord, FunctionConfig, PauseRecord } from "../core/records.ts";
import type { AppView, FunctionView } from "./api-types.ts";

interface Address {
  url: string;
  problem: string | undefined;
}

/** The registered apps, and the addresses at which one is expected but has not registered. */
export function toAppViews(
  apps: readonly AppRecord[],
  addresses: readonly Address[],
  pauses: readonly PauseRecord[] = [],
): AppView[] {
  const byPlace = new Map(addresses.map((address) => [placeOf(address.url), address]));
  const registered = apps.map((app) => {
    const { id, url, sdk, syncedAt, functions } = app;
    const error = app.error ?? byPlace.get(placeOf(url))?.problem;
    byPlace.delete(placeOf(url));
    const optional = {
      ...(app.framework === undefined ? {} : { framework: app.framework }),
      ...(error === undefined ? {} : { error }),
    };
    const views = functions.map((config) => toFunctionView(config, pauses));
    return { id, url, sdk, syncedAt, functions: views, ...optional };
  });
  const expected = [...byPlace.values()].flatMap(({ url, problem }) =>
    problem === undefined ? [] : [{ url, error: problem, functions: [] }],
  );
  return [...registered, ...expected];
}

function toFunctionView(config: FunctionConfig, pauses: readonly PauseRecord[]): FunctionView {
  const pause = pauses.find(({ functionId }) => functionId === config.id);
  if (!pause) return config;
  const { pausedAt, runs } = pause;
  return { ...config, paused: { pausedAt, runs } };
}

/** One text for the names that this machine has for one address. */
function placeOf(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  const host = hostname === "localhost" || hostname === "[::1]" ? "127.0.0.1" : hostname;
  return `${host}:${port}${pathname.replace(/\/$/, "")}`;
}
