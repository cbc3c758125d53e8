import { Hono } from "hono";
import { streamSSE } from "hono/streaming";
import type { Notice } from "../core/state.ts";
import type { Change } from "./api-types.ts";
import type { DashboardOptions } from "./options.ts";

const heartbeat = 15_000;
/** Milliseconds between messages, so that a busy engine does not drown its watchers. */
const pause = 100;
const mostRuns = 200;

/** `GET /changes`: server-sent events that name what changed. The content is fetched by those who show it. */
export function createChangeStream({ engine, sync }: DashboardOptions): Hono {
  const app = new Hono();
  app.get("/changes", (context) =>
    streamSSE(context, async (stream) => {
      const changes = createChangeCollector();
      const unsubscribe = [
        engine.subscribe(changes.add),
        sync.onChange(() => changes.add([{ type: "apps" }])),
      ];
      stream.onAbort(() => {
        for (const end of unsubscribe) end();
        changes.wake();
      });
      await stream.writeSSE({ event: "hello", data: "{}" });
      while (!stream.aborted) {
        const change = await changes.next(heartbeat);
        if (stream.aborted) break;
        if (change) await stream.writeSSE({ event: "change", data: JSON.stringify(change) });
        else await stream.write(": still here\n\n");
        if (change) await stream.sleep(pause);
      }
    }),
  );
  return app;
}

/** Gathers notices until someone asks for them. */
export function createChangeCollector() {
  let runs = new Set<string>();
  let events = false;
  let apps = false;
  let wake: (() => void) | undefined;

  function take(): Change | undefined {
    if (runs.size === 0 && !events && !apps) return undefined;
    const overflow = runs.size > mostRuns;
    const change = { runs: overflow ? [] : [...runs], events, apps, overflow };
    runs = new Set();
    events = false;
    apps = false;
    return change;
  }

  return {
    add(notices: Notice[]): void {
      for (const notice of notices) {
        if (notice.type === "run" || notice.type === "annotations") runs.add(notice.id);
        else if (notice.type === "event") events = true;
        else apps = true;
      }
      wake?.();
    },
    wake: () => wake?.(),
    /** Resolves to what changed since the last call, at once if something did; undefined after `timeout` ms. */
    async next(timeout: number): Promise<Change | undefined> {
      const ready = take();
      if (ready) return ready;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, timeout);
        timer.unref();
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      wake = undefined;
      return take();
    },
  };
}
