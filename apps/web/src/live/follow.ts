/** Milliseconds between two looks of a page that is not told of changes. */
export const askEvery = 20_000;

/** An EventSource, as far as it is used here. */
interface Source {
  readonly readyState: number;
  addEventListener(type: "message" | "settled" | "error", listener: (event: Event) => void): void;
  close(): void;
}

export interface FollowOptions {
  open(): Source;
  onVersion(version: string): void;
  /** There may be something new, and nobody says so. */
  onUnknown(): void;
}

/** Of `EventSource.CLOSED`: the server refused, and the browser does not come again by itself. */
const closed = 2;

/**
 * Follows a stream. Where the server has no place for it, the page asks now and then and tries the stream again each time;
 * whoever reads it notices nothing but that.
 * @returns what ends it
 */
export function follow({ open, onVersion, onUnknown }: FollowOptions): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let source = connect();

  function connect() {
    const opened = open();
    opened.addEventListener("message", (event) => {
      if (event instanceof MessageEvent) onVersion(String(event.data));
    });
    opened.addEventListener("settled", () => opened.close());
    opened.addEventListener("error", () => {
      if (opened.readyState !== closed || timer) return;
      timer = setTimeout(() => {
        timer = undefined;
        onUnknown();
        source = connect();
      }, askEvery);
    });
    return opened;
  }

  return () => {
    clearTimeout(timer);
    source.close();
  };
}
