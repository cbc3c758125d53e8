import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { askEngine } from "./engine.ts";

const createdAt = "2026-11-01T10:00:00.000Z";
const acceptedAt = "2026-11-01T10:00:01.000Z";
const event = { id: "order.created:ord_1", name: "order.created", createdAt, acceptedAt };
const apps = ["mohallamart", "operations"];
const run = {
  run_id: "01RUN",
  function_id: "5a1c",
  status: "Completed",
  run_started_at: acceptedAt,
  ended_at: null,
  output: { sent: 1 },
};

type Answers = Record<string, unknown>;

/** An engine that answers each path without its query with what is given, and 404 to all else. */
async function engine(answers: Answers | ((request: IncomingMessage, response: ServerResponse) => void)) {
  const asked: { path: string; authorization: string | undefined }[] = [];
  const server = createServer((request, response) => {
    asked.push({ path: request.url ?? "", authorization: request.headers.authorization });
    if (typeof answers === "function") return answers(request, response);
    const answer = answers[(request.url ?? "").split("?")[0] ?? ""];
    response.writeHead(answer === undefined ? 404 : 200, { "content-type": "application/json" });
    response.end(JSON.stringify(answer ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const stop = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  onTestFinished(async () => void (await stop()));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, asked, stop };
}

const events = {
  data: [
    { id: "order.created:ord_2", internal_id: "01B" },
    { id: event.id, internal_id: "01A" },
  ],
};

it("reads as Inngest tells: its ids of functions explained by their lists, and no steps", async () => {
  const { url, asked } = await engine({
    "/v1/events": events,
    "/v1/events/01A/runs": { data: [run] },
    "/v1/runs/01RUN": { data: run },
    "/v1/apps/mohallamart/functions": [{ id: "5a1c", slug: "mohallamart-confirm" }],
  });
  const answer = await askEngine([event], { url, apps, signingKey: "signkey-test-12345678" });
  expect(answer).toEqual({
    events: new Map([
      [
        event.id,
        {
          internalId: "01A",
          runs: [
            {
              ...{
                runId: "01RUN",
                functionId: "mohallamart-confirm",
                status: "Completed",
                startedAt: acceptedAt,
              },
              ...{ endedAt: undefined, output: { sent: 1 }, steps: undefined },
            },
          ],
        },
      ],
    ]),
  });
  const [{ path, authorization } = { path: "", authorization: "" }] = asked;
  expect(Object.fromEntries(new URL(path, url).searchParams)).toMatchObject({
    name: "order.created",
    received_after: "2026-11-01T09:59:40.000Z",
    received_before: "2026-11-01T10:00:21.000Z",
  });
  expect(authorization).toMatch(/^Bearer signkey-test-[0-9a-f]{64}$/);
});

it("tells the runs of an event that was sent again, whichever of the two started them", async () => {
  const { url } = await engine({
    "/v1/events": {
      data: [
        { id: event.id, internal_id: "01C" },
        { id: event.id, internal_id: "01A" },
      ],
    },
    "/v1/events/01A/runs": { data: [run] },
    "/v1/events/01C/runs": { data: [] },
    "/v1/runs/01RUN": { data: run },
  });
  const answer = await askEngine([event], { url, apps });
  expect(answer.events.get(event.id)).toMatchObject({ internalId: "01A", runs: [{ runId: "01RUN" }] });
});

interface Listed {
  id: string;
  internal_id: string;
  /** Milliseconds after the event was created. */
  after: number;
}

/** An engine that lists as Inngest does: by time, the latest first, a hundred at once. */
function listing(listed: readonly Listed[], runs: Answers = {}) {
  const answer = (path: URL): unknown => {
    if (path.pathname !== "/v1/events") return runs[path.pathname];
    const bound = (name: string) => Date.parse(path.searchParams.get(name) ?? "") - Date.parse(createdAt);
    const within = listed
      .filter(({ after }) => after > bound("received_after") && after < bound("received_before"))
      .toSorted((one, other) => other.after - one.after);
    const from = within.findIndex((event) => event.internal_id === path.searchParams.get("cursor")) + 1;
    return { data: within.slice(from, from + 100) };
  };
  return engine((request, response) => {
    const said = answer(new URL(request.url ?? "", "http://engine"));
    response.writeHead(said === undefined ? 404 : 200).end(JSON.stringify(said ?? {}));
  });
}

const others = (count: number, from: number): Listed[] =>
  Array.from({ length: count }, (_, n) => ({
    id: `other:${from + n}`,
    internal_id: `01X${from + n}`,
    after: from + n,
  }));
const copy = (internalId: string, after: number): Listed => ({
  id: event.id,
  internal_id: internalId,
  after,
});
const [second, minute, hour] = [1_000, 60_000, 3_600_000];
const ranAs = (internalId: string) => ({
  [`/v1/events/${internalId}/runs`]: { data: [run] },
  "/v1/runs/01RUN": { data: run },
});

it("looks on in a long list, to its end", async () => {
  const { url } = await listing([copy("01A", 0), ...others(150, second)], ranAs("01A"));
  const answer = await askEngine([event], { url, apps });
  expect(answer).toMatchObject({ events: new Map([[event.id, { internalId: "01A" }]]) });
  expect(answer.mistake).toBeUndefined();
});

it.each([
  ["a step's that was tried again half a minute later", [copy("01B", 40 * second)]],
  ["a step's that was tried again an hour later", [copy("01B", hour)]],
  ["one that started what the first had not", [copy("01A", 0), copy("01B", hour)]],
])("finds a copy that came after the outbox says: %s", async (_, copies) => {
  const { url } = await listing(copies, ranAs("01B"));
  const { events: found, mistake } = await askEngine([event], { url, apps });
  expect(found.get(event.id)).toMatchObject({ internalId: "01B", runs: [{ runId: "01RUN" }] });
  expect(mistake).toBeUndefined();
});

it("finds what was sent again hours later, each copy of it, behind any number of others", async () => {
  const copies = [copy("01A", second), copy("01B", hour), copy("01C", 2 * hour)];
  const { url } = await listing([...copies, ...others(400, 10 * minute)], {
    ...ranAs("01A"),
    "/v1/events/01B/runs": { data: [{ ...run, run_id: "01LATER" }] },
  });
  const again = { ...event, acceptedAt: new Date(Date.parse(createdAt) + 2 * hour).toISOString() };
  const { events: found } = await askEngine([again], { url, apps });
  expect(found.get(event.id)).toMatchObject({ runs: [{ runId: "01LATER" }, { runId: "01RUN" }] });
});

it("says how many it could not find where there is too much to look through", async () => {
  const { url } = await listing([copy("01A", 0), ...others(600, second)]);
  expect(await askEngine([event], { url, apps })).toEqual({
    events: new Map(),
    mistake: "1 event could not be found in the engine, which lists too many of the same name.",
  });
});

it("asks once more for nothing of what has run", async () => {
  const { url, asked } = await listing([copy("01A", 0)], ranAs("01A"));
  await askEngine([event], { url, apps });
  expect(asked.filter(({ path }) => path.startsWith("/v1/events?"))).toHaveLength(1);
});

it("asks nothing of what the engine does not have yet", async () => {
  const { url, asked } = await engine({});
  expect(await askEngine([{ ...event, acceptedAt: undefined }], { url, apps })).toEqual({
    events: new Map(),
  });
  expect(asked).toEqual([]);
});

it.each<[string, (request: IncomingMessage, response: ServerResponse) => void]>([
  ["does not take this app’s INNGEST_SIGNING_KEY", (_, response) => void response.writeHead(401).end()],
  ["answered 503", (_, response) => void response.writeHead(503).end()],
  ["gave an answer that cannot be read", (_, response) => void response.end("<html>")],
  ["gave an answer that cannot be read", (_, response) => void response.end('{"data":[{"name":1}]}')],
])("says in a sentence that it %s", async (what, answer) => {
  const { url } = await engine(answer);
  const mistake = `The engine ${what}.`;
  expect(await askEngine([event], { url, apps, patience: 20_000 })).toEqual({ events: new Map(), mistake });
});

it("says that it did not answer in time, and waits no longer", async () => {
  const { url } = await engine(() => undefined);
  const mistake = "The engine did not answer in time.";
  expect(await askEngine([event], { url, apps, patience: 50 })).toEqual({ events: new Map(), mistake });
});

it("says that it cannot be reached, and keeps what it had told", async () => {
  const { url, stop } = await engine({});
  await stop();
  expect((await askEngine([event], { url, apps })).mistake).toBe("The engine cannot be reached.");
});
