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

it("looks on in a long list, and stops at its end", async () => {
  const page = Array.from({ length: 100 }, (_, n) => ({ id: `other:${n}`, internal_id: `01X${n}` }));
  const { url, asked } = await engine((request, response) => {
    const isSecond = new URL(request.url ?? "", "http://engine").searchParams.get("cursor") === "01X99";
    response.end(JSON.stringify({ data: isSecond ? page.slice(0, 3) : page }));
  });
  expect(await askEngine([event], { url, apps })).toEqual({ events: new Map() });
  expect(asked).toHaveLength(2);
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
