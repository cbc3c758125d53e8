import { useEffect, useState } from "preact/hooks";

export type View = "events" | "runs" | "functions" | "metrics" | "cascade" | "realtime" | "send";

export interface Route {
  view: View;
  id?: string;
  query: URLSearchParams;
}

const views: readonly View[] = ["events", "runs", "functions", "metrics", "cascade", "realtime", "send"];

/** Reads an address; one that is not known shows the events. */
function readRoute(pathname: string, search: string): Route {
  const [name, id] = pathname.split("/").filter((part) => part !== "");
  const view = views.find((candidate) => candidate === name) ?? "events";
  return {
    view,
    query: new URLSearchParams(search),
    ...(id === undefined ? {} : { id: decodeURIComponent(id) }),
  };
}

export function pathTo(view: View, id?: string): string {
  return id === undefined ? `/${view}` : `/${view}/${encodeURIComponent(id)}`;
}

const routeListeners = new Set<() => void>();

export function navigate(path: string, { replace = false }: { replace?: boolean } = {}): void {
  if (replace) history.replaceState(null, "", path);
  else history.pushState(null, "", path);
  for (const listener of routeListeners) listener();
}

/** Turns clicks on links within the page into navigation without loading. */
export function interceptLinks(): void {
  document.addEventListener("click", (event) => {
    const isPlain =
      event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (event.defaultPrevented || !isPlain || !(event.target instanceof Element)) return;
    const link = event.target.closest("a");
    if (!link || link.origin !== location.origin || link.target !== "") return;
    event.preventDefault();
    navigate(link.pathname + link.search);
  });
}

export function useRoute(): Route {
  const [route, setRoute] = useState(() => readRoute(location.pathname, location.search));
  useEffect(() => {
    const update = () => setRoute(readRoute(location.pathname, location.search));
    routeListeners.add(update);
    addEventListener("popstate", update);
    return () => {
      routeListeners.delete(update);
      removeEventListener("popstate", update);
    };
  }, []);
  return route;
}

/** Sets one filter in the address as it is now, or takes it out. */
export function setQuery(key: string, value: string | undefined): void {
  setQueries({ [key]: value });
}

export function setQueries(values: Record<string, string | undefined>): void {
  const query = new URLSearchParams(location.search);
  for (const [key, value] of Object.entries(values)) {
    if (value === undefined || value === "") query.delete(key);
    else query.set(key, value);
  }
  const search = query.size === 0 ? "" : `?${query}`;
  navigate(`${location.pathname}${search}`, { replace: true });
}
