import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Change, Page } from "../../api-types.ts";
import { appendOlder, type LiveRows, mergeNewest, patchRows } from "../model/live-list.ts";
import { type Connection, followChanges } from "./live.ts";

const live = followChanges("/dashboard/api/changes");
/** Milliseconds that changes are gathered before something is read again. */
const gatherTime = 200;
const pageSize = 100;
/** Rows that a list shows at least, when that many are to be found. */
const fewRows = 40;

/** The time, read again while something on the page counts. */
export function useNow(isTicking: boolean, interval = 1_000): number {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    if (!isTicking) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), interval);
    return () => clearInterval(timer);
  }, [isTicking, interval]);
  return now;
}

export function useConnection(): Connection {
  const [connection, setConnection] = useState(live.connection());
  useEffect(() => live.onConnection(setConnection), []);
  return connection;
}

/** Calls back with the ids of changed runs, a moment after changes that concern the caller. */
function useChanges(concerns: (change: Change) => boolean, react: (runIds: string[]) => void): void {
  const latest = useRef({ concerns, react });
  latest.current = { concerns, react };
  useEffect(() => {
    let timer: number | undefined;
    let gathered = new Set<string>();
    const unsubscribe = live.onChange((change) => {
      if (!change.overflow && !latest.current.concerns(change)) return;
      for (const id of change.runs) gathered.add(id);
      timer ??= window.setTimeout(() => {
        const ids = [...gathered];
        gathered = new Set();
        timer = undefined;
        latest.current.react(ids);
      }, gatherTime);
    });
    return () => {
      unsubscribe();
      clearTimeout(timer);
    };
  }, []);
}

export interface Resource<Data> {
  data: Data | undefined;
  error: string | undefined;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Reads something and reads it again when it changed. What was read before stays until then. */
export function useResource<Data>(
  key: string,
  load: () => Promise<Data>,
  concerns: (change: Change) => boolean,
): Resource<Data> {
  const [state, setState] = useState<Resource<Data> & { key: string }>({
    key,
    data: undefined,
    error: undefined,
  });
  const latest = useRef({ key, load });
  latest.current = { key, load };

  const read = useCallback(() => {
    const { key: wanted } = latest.current;
    const settle = (next: (before: Data | undefined) => Resource<Data>) => {
      if (wanted !== latest.current.key) return;
      setState((before) => ({ key: wanted, ...next(before.key === wanted ? before.data : undefined) }));
    };
    latest.current.load().then(
      (data) => settle(() => ({ data, error: undefined })),
      (error: unknown) => settle((data) => ({ data, error: messageOf(error) })),
    );
  }, []);

  useEffect(read, [key]);
  useChanges(concerns, read);
  return state.key === key ? state : { data: undefined, error: undefined };
}

export interface LiveList<Row> extends LiveRows<Row> {
  isLoading: boolean;
  error: string | undefined;
  /** Older rows are being looked through, of which few or none are shown so far. */
  isSearching: boolean;
  loadOlder: () => void;
}

export interface LiveListOptions<Row> {
  /** Everything that the rows depend on; the list begins anew when it changes. */
  key: string;
  /** Reads a page; `before` is the `next` of the page before. */
  loadPage: (before: string | undefined) => Promise<Page<Row>>;
  concerns: (change: Change) => boolean;
  /** Reads single rows again by the ids of changed runs. */
  loadRows?: (runIds: string[]) => Promise<Row[]>;
  accepts?: (row: Row) => boolean;
}

/** A list that is read page by page and kept up to date at its beginning. */
export function useLiveList<Row extends { id: string }>(options: LiveListOptions<Row>): LiveList<Row> {
  const empty = useMemo(() => ({ rows: [] }), []);
  const [list, setList] = useState<LiveRows<Row>>(empty);
  const [loaded, setLoaded] = useState<{ key?: string; error?: string }>({});
  const latest = useRef(options);
  latest.current = options;
  const isReadingOlder = useRef(false);

  async function read(
    before: string | undefined,
    update: (current: LiveRows<Row>, page: Page<Row>) => LiveRows<Row>,
  ) {
    const { key, loadPage } = latest.current;
    try {
      const page = await loadPage(before);
      if (key !== latest.current.key) return;
      setList((current) => update(current, page));
      setLoaded({ key });
    } catch (error) {
      if (key === latest.current.key) setLoaded({ key, error: messageOf(error) });
    }
  }

  async function readRows(runIds: string[]) {
    const { key, loadRows, accepts = () => true } = latest.current;
    const known = new Set(list.rows.slice(pageSize).map(({ id }) => id));
    const shown = runIds.filter((id) => known.has(id)).slice(0, pageSize);
    if (!loadRows || shown.length === 0) return;
    const rows = await loadRows(shown).catch(() => []);
    if (key === latest.current.key) setList((current) => patchRows(current, rows, accepts));
  }

  useEffect(() => {
    void read(undefined, (_current, page) => page);
  }, [options.key]);
  useChanges(options.concerns, (runIds) => {
    void read(undefined, mergeNewest).then(() => readRows(runIds));
  });

  function loadOlder() {
    if (isReadingOlder.current || list.next === undefined) return;
    isReadingOlder.current = true;
    void read(list.next, appendOlder).finally(() => {
      isReadingOlder.current = false;
    });
  }

  const isLoading = loaded.key !== options.key;
  const isSearching = !isLoading && list.next !== undefined && list.rows.length < fewRows;
  // A page is what was found within a moment: a search that found little goes on by itself.
  useEffect(() => {
    if (isSearching && loaded.error === undefined) loadOlder();
  }, [isSearching, list.next]);
  return {
    ...(isLoading && list.rows.length === 0 ? empty : list),
    isLoading,
    isSearching,
    error: loaded.error,
    loadOlder,
  };
}

/** Something the reader asked for: whether it is under way, and what went wrong with it. */
export function useAction<Arguments extends unknown[]>(action: (...values: Arguments) => Promise<void>) {
  const [state, setState] = useState<{ isBusy: boolean; error?: string }>({ isBusy: false });
  async function start(...values: Arguments) {
    setState({ isBusy: true });
    try {
      await action(...values);
      setState({ isBusy: false });
    } catch (error) {
      setState({ isBusy: false, error: messageOf(error) });
    }
  }
  return { ...state, start: (...values: Arguments) => void start(...values) };
}
