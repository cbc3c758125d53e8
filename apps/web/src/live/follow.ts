/** Milliseconds between two looks of a page that is not told of changes. */
export const askEvery = 20_000;

/** Milliseconds for which a stream says nothing before it counts as dead: it says something every two seconds. */
export const longestSilence = 15_000;

/** An EventSource, as far as it is used here. */
interface Source {
  readonly readyState: number;
  addEventListener(type: "message" | "alive" | "settled" | "error", listener: (event: Event) => void): void;
  close(): void;
}

/** What tells that the page is looked at again: the document, and the window. */
interface Surroundings {
  document: Pick<Document, "visibilityState" | "addEventListener" | "removeEventListener">;
  window: Pick<Window, "addEventListener" | "removeEventListener">;
}

export interface FollowOptions {
  open(): Source;
  onVersion(version: string): void;
  /** There may be something new, and nobody says so. */
  onUnknown(): void;
  surroundings: Surroundings;
}

/** Of `EventSource.CLOSED`: the server refused, and the browser does not come again by itself. */
const closed = 2;

/**
 * Follows a stream until its subject is settled. Where the server has no place for it, or nothing comes through, the page asks
 * now and then and tries the stream again each time. A page that nobody looks at holds no stream, and follows again when it
 * is looked at, when its device has slept and when it is back online.
 * @returns what ends it
 */
export function follow({ open, onVersion, onUnknown, surroundings }: FollowOptions): () => void {
  const { document, window } = surroundings;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let source: Source | undefined;

  function later(milliseconds: number, go: () => void): void {
    clearTimeout(timer);
    timer = setTimeout(go, milliseconds);
  }

  function rest(): void {
    clearTimeout(timer);
    source?.close();
    source = undefined;
  }

  function askAndConnect(): void {
    onUnknown();
    connect();
  }

  function connect(): void {
    rest();
    const opened = open();
    source = opened;
    const hear = () => later(longestSilence, askAndConnect);
    opened.addEventListener("message", (event) => {
      hear();
      if (event instanceof MessageEvent) onVersion(String(event.data));
    });
    opened.addEventListener("alive", hear);
    opened.addEventListener("settled", end);
    opened.addEventListener("error", () => {
      if (opened === source && opened.readyState === closed) later(askEvery, askAndConnect);
    });
    later(askEvery, askAndConnect);
  }

  function onLook(): void {
    if (document.visibilityState === "hidden") rest();
    else connect();
  }

  function end(): void {
    rest();
    document.removeEventListener("visibilitychange", onLook);
    window.removeEventListener("online", onLook);
    window.removeEventListener("pageshow", onShow);
  }

  // The first `pageshow` is that of the page which follows already.
  function onShow(event: Event): void {
    if ("persisted" in event && event.persisted) onLook();
  }

  document.addEventListener("visibilitychange", onLook);
  window.addEventListener("online", onLook);
  window.addEventListener("pageshow", onShow);
  onLook();
  return end;
}
