import { createServer } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { Inngest } from "inngest";
import { serve } from "inngest/node";
import { listenOnFreePort } from "../conformance/listen.ts";

const stepIds = ["reserve", "charge", "notify", "left", "right"];
const quiet = { info() {}, warn() {}, error() {}, debug() {} };

/** A worker that notes every effect by order, and every step whose result the engine acknowledged. */
export async function startWorker(engineUrl: string) {
  const effects = new Map<string, Set<string>>();
  const acknowledged = new Set<string>();
  const repeated: string[] = [];
  const fetchAndNote: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    const run = /\/v1\/checkpoint\/([^/]+)\/async/.exec(String(input))?.[1];
    if (run !== undefined && response.ok) {
      for (const id of checkpointedSteps(String(init?.body))) acknowledged.add(`${run}/${id}`);
    }
    return response;
  };
  const client = new Inngest({
    id: "crash",
    isDev: true,
    baseUrl: engineUrl,
    fetch: fetchAndNote,
    logger: quiet,
  });
  const order = client.createFunction(
    { id: "order", triggers: [{ event: "order" }], retries: 20 },
    async ({ event, step, runId }) => {
      const work = (id: string) => async () => {
        if (acknowledged.has(`${runId}/${id}`)) repeated.push(`${runId}/${id}`);
        effects.set(event.data.key, (effects.get(event.data.key) ?? new Set()).add(id));
        await pause(2);
      };
      for (const id of stepIds.slice(0, 3)) await step.run(id, work(id));
      await step.sleep("rest", "1s");
      await Promise.all(stepIds.slice(3).map((id) => step.run(id, work(id))));
    },
  );
  const server = createServer(serve({ client, functions: [order] }));
  const url = await listenOnFreePort(server);
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  const isDone = (key: string) => effects.get(key)?.size === stepIds.length;
  return { url, acknowledged, repeated, isDone, close };
}

function checkpointedSteps(body: string): string[] {
  const parsed: { steps?: { displayName?: string }[] } = JSON.parse(body);
  return (parsed.steps ?? []).flatMap((step) => step.displayName ?? []);
}

/** Sends an order. @returns the event's id, or the status of a refusal; undefined when no answer came. */
export async function sendOrder(
  engineUrl: string,
  key: string,
  text = "",
): Promise<{ id?: string; status: number } | undefined> {
  try {
    const body = JSON.stringify({ name: "order", id: key, data: { key, text } });
    const response = await fetch(`${engineUrl}/e/key`, { method: "POST", body });
    const answer: { ids?: string[] } = JSON.parse(await response.text());
    const [id] = answer.ids ?? [];
    return { status: response.status, ...(id === undefined ? {} : { id }) };
  } catch {
    return undefined;
  }
}

/** Sends orders until told to stop, and keeps the ids of those that the engine acknowledged. */
export function startLoad(engineUrl: string) {
  const accepted = new Map<string, string>();
  let stopped = false;
  let count = 0;
  const send = async () => {
    while (!stopped) {
      const key = `order-${count++}`;
      const answer = await sendOrder(engineUrl, key);
      if (answer?.id !== undefined) accepted.set(key, answer.id);
      await pause(4);
    }
  };
  const running = Promise.all([send(), send(), send()]);
  const stop = () => {
    stopped = true;
    return running;
  };
  return { accepted, stop };
}

export async function untilSynced(engineUrl: string): Promise<void> {
  while (!(await fetch(`${engineUrl}/v1/apps/crash/functions`)).ok) await pause(20);
}

/** Statuses of the event's runs as the engine tells them. */
export async function statusesOf(engineUrl: string, eventId: string): Promise<string[]> {
  const response = await fetch(`${engineUrl}/v1/events/${eventId}/runs`);
  const { data }: { data?: { status: string }[] } = JSON.parse(await response.text());
  return (data ?? []).map((run) => run.status);
}

/** Waits until every order is done. @returns the keys of those that are not when patience ends. */
export async function untilDone(
  worker: { isDone: (key: string) => boolean },
  keys: Iterable<string>,
  patience: number,
): Promise<string[]> {
  const deadline = Date.now() + patience;
  for (;;) {
    const open = [...keys].filter((key) => !worker.isDone(key));
    if (open.length === 0 || Date.now() > deadline) return open;
    await pause(200);
  }
}
