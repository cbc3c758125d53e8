import type { Engine } from "../engine/engine.ts";
import type { Transport } from "../engine/transport.ts";
import { appOfConnectAddress } from "../protocol/connect-address.ts";

/** Asks the app at a URL to register. Resolves to undefined when it did, otherwise to what is wrong. */
async function syncApp(transport: Transport, url: string): Promise<string | undefined> {
  try {
    const headers = { "content-type": "application/json", "x-inngest-server-kind": "dev" };
    const answer = await transport({ url, headers, body: "{}", method: "PUT" });
    if (answer.header("x-inngest-sdk") === undefined)
      return `${url} answers ${answer.status}, but not as an Inngest app.`;
    return answer.status === 200 ? undefined : `${url} refused to register: ${answer.body.slice(0, 500)}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

export interface SyncOptions {
  engine: Engine;
  transport: Transport;
  urls: readonly string[];
  /** Milliseconds between looks at the apps; undefined looks once, until each has answered. */
  pollInterval: number | undefined;
  /** Looks for apps that nobody named. */
  discover?: (() => Promise<string[]>) | undefined;
  log: (message: string, details: Record<string, unknown>) => void;
}

const retryInterval = 1_000;

/** Keeps the apps at the given URLs, and those that registered by themselves, in sync. */
export interface AppSync {
  start(): void;
  stop(): void;
  /** Every address that was looked at, with what was wrong the last time. */
  addresses(): { url: string; problem: string | undefined }[];
  /** Tells when an address began or stopped to be in order. Returns a function that ends the subscription. */
  onChange(listener: () => void): () => void;
  /** Looks at an address now, and from now on as at the given ones. Resolves to what is wrong, if anything. */
  add(url: string): Promise<string | undefined>;
}

export function createAppSync(options: SyncOptions): AppSync {
  const { engine, transport, pollInterval, discover, log } = options;
  const urls = [...options.urls];
  const problems = new Map<string, string>();
  const synced = new Set<string>();
  const listeners = new Set<() => void>();
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  async function look(url: string) {
    const problem = await syncApp(transport, url);
    if (stopped) return;
    const isNew = !synced.has(url) || problems.has(url);
    const before = problems.get(url);
    if (problem === undefined) {
      synced.add(url);
      problems.delete(url);
      if (isNew) log("app synced", { url });
    } else if (problem !== problems.get(url)) {
      problems.set(url, problem);
      log("app not synced yet", { url, problem });
    }
    if (before !== problem) for (const listener of listeners) listener();
  }

  async function round() {
    const registered = engine.apps().map((app) => app.url);
    const known = registered.filter((url) => appOfConnectAddress(url) === undefined);
    const discovered = discover && registered.length === 0 ? await discover() : [];
    const wanted = new Set([...urls, ...known, ...discovered]);
    const due = [...wanted].filter((url) => pollInterval !== undefined || !synced.has(url));
    await Promise.all(due.map(look));
    plan();
  }

  function plan() {
    clearTimeout(timer);
    if (stopped) return;
    const isMissing =
      urls.some((url) => !synced.has(url)) || (discover !== undefined && engine.apps().length === 0);
    if (isMissing) timer = setTimeout(round, Math.min(retryInterval, pollInterval ?? retryInterval));
    else if (pollInterval !== undefined) timer = setTimeout(round, pollInterval);
  }

  return {
    start: () => void round(),
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
    addresses: () =>
      [...new Set([...urls, ...synced, ...problems.keys()])].map((url) => ({
        url,
        problem: problems.get(url),
      })),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async add(url) {
      if (!urls.includes(url)) urls.push(url);
      await look(url);
      plan();
      return problems.get(url);
    },
  };
}
