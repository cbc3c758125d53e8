import { createTestEngine } from "@org/local-engine/test";
import type { Inngest, InngestFunction } from "inngest";
import { expect, it } from "vitest";
import { workflowClient } from "./client.ts";
import { alertTurns } from "./paced-alerts.ts";
import { emailTurns } from "./paced-email.ts";
import {
  type SendingPort,
  type Share,
  sendingPorts,
  shares,
  throttleOf,
  vendorLimits,
} from "./vendor-limits.ts";

/** More than any throttle starts at once. */
const runsOfEach = 42;
const rows: [string, Share][] = Object.entries(shares);
const ignore = () => undefined;
const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore };

interface Request {
  port: SendingPort;
  /** When the vendor gets it. */
  at: number;
}

/** Asks over a port: emails and alerts wait for their turn first, as in the worker. */
function createAsker(now: () => number) {
  const requests: Request[] = [];
  let waited = 0;
  const wait = async (milliseconds: number) => {
    waited = milliseconds;
  };
  const email = emailTurns({}, { now, wait });
  const alerts = alertTurns({}, { now, wait });
  return {
    requests,
    async ask(port: SendingPort): Promise<void> {
      waited = 0;
      if (port === "email") await email();
      if (port === "alerts") await alerts();
      requests.push({ port, at: now() + waited });
    },
  };
}

type Ask = ReturnType<typeof createAsker>["ask"];

/** A function with the throttle of a share, whose runs make the requests of that share as fast as they can. */
function sender(inngest: Inngest, [id, share]: [string, Share], onStart: () => void, ask: Ask) {
  const made: InngestFunction.Any = inngest.createFunction(
    { id, triggers: [{ event: "go" }], retries: 0, throttle: throttleOf(share) },
    ({ step }) =>
      step.run("send", async () => {
        onStart();
        for (const port of sendingPorts)
          for (let request = 0; request < (share.requests[port] ?? 0); request += 1) await ask(port);
      }),
  );
  return made;
}

/** Starts every sending function for many events at once, as after an outage. */
async function startAfterOutage() {
  let now = () => 0;
  const { requests, ask } = createAsker(() => now());
  const starts = new Map(rows.map(([id]): [string, number[]] => [id, []]));
  const engine = createTestEngine({
    now: "2026-11-01T00:00:00Z",
    apps: [
      (options) => {
        const inngest = workflowClient("app", { ...options, logger: silent });
        const functions = rows.map((row) =>
          sender(inngest, row, () => void starts.get(row[0])?.push(now()), ask),
        );
        return { client: inngest, functions };
      },
    ],
  });
  now = () => engine.now().getTime();
  await engine.send(Array.from({ length: runsOfEach }, () => ({ name: "go", data: {} })));
  // The slowest share is an alert in 500 seconds.
  await engine.advance("7h");
  return { engine, requests, startsOf: (id: string) => starts.get(id) ?? [] };
}

/** The most that any window of so many milliseconds holds. */
function mostIn(window: number, times: readonly number[]): number {
  return Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + window).length));
}

it("asks no vendor for more than its limit in any second, with everything waiting and each burst at the start", async () => {
  const { engine, requests, startsOf } = await startAfterOutage();
  for (const [id, share] of rows) {
    const { limit, period } = throttleOf(share);
    const spacing = (1_000 * Number.parseInt(period, 10)) / limit;
    expect(mostIn(1, startsOf(id)), `${id} at once`).toBe(Math.min(limit, runsOfEach));
    const inASecond = limit - 1 + Math.ceil(1_000 / spacing);
    expect(mostIn(1_000, startsOf(id)), `${id} in a second`).toBeLessThanOrEqual(inASecond);
  }
  for (const port of sendingPorts) {
    const times = requests.filter((request) => request.port === port).map(({ at }) => at);
    const shared = rows.filter(([, share]) => share.requests[port]);
    expect(times).toHaveLength(
      runsOfEach * shared.reduce((sum, [, share]) => sum + (share.requests[port] ?? 0), 0),
    );
    expect(mostIn(1_000, times), `requests over ${port} in one second`).toBeLessThanOrEqual(
      vendorLimits[port],
    );
  }
  expect(engine.runs().map(({ status }) => status)).toEqual(
    Array(rows.length * runsOfEach).fill("Completed"),
  );
});
