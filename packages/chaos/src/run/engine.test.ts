import { once } from "node:events";
import { createServer } from "node:http";
import { expect, it, onTestFinished } from "vitest";
import { openRuns } from "./engine.ts";

const now = Date.parse("2026-11-01T00:00:00Z");
const day = 86_400_000;

type Step = { name: string; status: string; dueAt?: number };

/** An engine with these runs, each with its steps. */
async function engineWith(runs: Record<string, Step[]>, queued: string[] = []): Promise<string> {
  const run = (id: string, status: string) => ({ id, functionId: `f-${id}`, status, queuedAt: now });
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "", "http://127.0.0.1");
    const id = pathname.split("/")[4];
    const listed = searchParams.get("status") === "Running" ? Object.keys(runs) : queued;
    const rows = listed.map((each) => run(each, searchParams.get("status") ?? ""));
    const body = id === undefined ? { rows } : { ...run(id, "Running"), steps: runs[id] };
    response.end(JSON.stringify(body));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("The server has no port.");
  return `http://127.0.0.1:${address.port}`;
}

it("counts what should end by itself, and not what waits for a day or a person", async () => {
  const url = await engineWith(
    {
      reminder: [{ name: "until-the-day", status: "sleeping", dueAt: now + day }],
      decision: [
        { name: "tell", status: "completed" },
        { name: "decided", status: "waiting", dueAt: now + 14 * day },
      ],
      retry: [{ name: "send-email", status: "retrying" }],
      nap: [{ name: "shortly", status: "sleeping", dueAt: now + 1_000 }],
      idle: [{ name: "done", status: "completed" }],
      both: [
        { name: "wait", status: "waiting", dueAt: now + day },
        { name: "send-sms", status: "planned" },
      ],
    },
    ["new"],
  );
  const open = await openRuns(url, now);
  expect(open.map(({ runId, at }) => `${runId}: ${at}`)).toEqual([
    "new: not begun",
    "retry: send-email retrying",
    "nap: shortly sleeping",
    "idle: between steps",
    "both: wait waiting, send-sms planned",
  ]);
});
