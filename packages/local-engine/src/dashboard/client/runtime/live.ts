import type { Change } from "../../api-types.ts";

/** `lost` means that the page asks for news by itself, every two seconds, until the stream is back. */
export type Connection = "connecting" | "live" | "lost";

type ChangeListener = (change: Change) => void;
type ConnectionListener = (connection: Connection) => void;

export interface LiveChanges {
  onChange(listener: ChangeListener): () => void;
  onConnection(listener: ConnectionListener): () => void;
  connection(): Connection;
}

const everything: Change = { runs: [], events: true, apps: true, overflow: true };
const firstDelay = 500;
const longestDelay = 5_000;
const pollInterval = 2_000;

/** Follows the engine's stream of changes, connecting again whenever it breaks. */
export function followChanges(address: string): LiveChanges {
  const changeListeners = new Set<ChangeListener>();
  const connectionListeners = new Set<ConnectionListener>();
  let connection: Connection = "connecting";
  let source: EventSource | undefined;
  let hasBegun = false;
  let delay = firstDelay;
  let poll: number | undefined;

  function emit(change: Change) {
    for (const listener of changeListeners) listener(change);
  }

  function become(next: Connection) {
    if (next === connection) return;
    connection = next;
    clearInterval(poll);
    if (next === "lost") poll = window.setInterval(() => emit(everything), pollInterval);
    for (const listener of connectionListeners) listener(next);
  }

  function connect() {
    source?.close();
    source = new EventSource(address);
    source.addEventListener("hello", () => {
      delay = firstDelay;
      if (connection !== "connecting") emit(everything);
      become("live");
    });
    source.addEventListener("change", ({ data }) => emit(readChange(String(data))));
    source.addEventListener("error", () => {
      source?.close();
      become("lost");
      window.setTimeout(connect, delay);
      delay = Math.min(longestDelay, delay * 2);
    });
  }

  // Browsers allow six connections to a host; a page that is not seen gives its own back.
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) source?.close();
    else if (source?.readyState === EventSource.CLOSED && connection !== "lost") connectAgain();
  });

  function connectAgain() {
    connection = "live";
    connect();
  }

  /** The page may have to ask for the signing key first, so nothing is followed before somebody listens. */
  function begin() {
    if (hasBegun) return;
    hasBegun = true;
    connect();
  }

  return {
    onChange(listener) {
      begin();
      return subscribe(changeListeners, listener);
    },
    onConnection(listener) {
      begin();
      return subscribe(connectionListeners, listener);
    },
    connection: () => connection,
  };
}

function subscribe<Listener>(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Guarantee: the stream's `change` messages are written by the engine's own change stream. */
function readChange(data: string): Change {
  return JSON.parse(data) as Change;
}
