import { IntegrationError } from "@org/integrations/error";
import { postgresDeadLetters } from "@org/stores/dead-letters/postgres";
import { postgresLedger } from "@org/stores/ledger/postgres";
import { postgresMeasuring } from "@org/stores/measurements/postgres";
import { postgresSuppressions } from "@org/stores/suppressions/postgres";
import { expect, it } from "vitest";
import { operator, silent } from "../testing/bench-vendors.ts";
import { startTestBench, type TestBench } from "../testing/test-bench.ts";

const functionId = "send-operations-digest";
const start = () => startTestBench({ schedulesOf: [functionId] });

const digestsOf = ({ vendors }: TestBench) =>
  vendors.outbox().filter(({ to, subject }) => to === operator.email && subject?.includes("Operations,"));

/** A week in which something of everything went wrong. */
async function goWrong({ pool, vendors }: TestBench): Promise<string> {
  const measuring = postgresMeasuring(pool, { log: silent, now: () => Date.parse("2026-11-05T10:00:00Z") });
  const failed = { kind: "run", owner: "mohallamart", name: "deliver-email", outcome: "failed" } as const;
  measuring.saw(failed);
  measuring.saw({ ...failed, outcome: "done" });
  measuring.saw({ kind: "step", owner: "ten-ocean", name: "send-email", outcome: "done", duration: 4_200 });
  measuring.saw({ kind: "call", owner: "email", name: "resend", outcome: "limited", duration: 10 });
  await measuring.close();
  await postgresDeadLetters(pool).record({
    ...{
      runId: "run_1",
      app: "mohallamart",
      workflow: "deliver-email",
      failedAt: "2026-11-05T10:00:00.000Z",
    },
    events: [{ id: "e1", name: "user.created", data: { name: "Zarina Quadri" } }],
    error: { name: "Error", message: "Refused." },
  });
  const address = "zarina@example.com";
  await postgresSuppressions(pool).add({ channel: "email", reason: "bounced", address });
  const silence = new IntegrationError("No answer.", { port: "sms", vendor: "twilio", kind: "ambiguous" });
  await postgresLedger(pool)
    .once("order-confirmation:ord_1:sms", () => Promise.reject(silence))
    .catch(() => {});
  expect(vendors.outbox()).toEqual([]);
  return address;
}

it("tells operations on Monday what failed and what waits, with what to do, and of nobody", async () => {
  const bench = await start();
  const address = await goWrong(bench);
  await bench.engine.advance("7d");
  await bench.settle();
  const [digest, ...more] = digestsOf(bench);
  expect(more).toEqual([]);
  expect(digest?.subject).toBe("[note] Operations, the week up to 2026-11-09");
  const text = digest?.text ?? "";
  for (const line of [
    "Runs that failed\n- deliver-email (mohallamart): 1 of 2\nLook at why: https://mohallamart.test/operations/dead-letters?status=all",
    "- resend (email): 0 of 1 calls failed, 1 over its limit",
    "Failed runs that nobody has settled\n- deliver-email (mohallamart): 1\nWhen the cause is gone replay them",
    "Messages in doubt\n- 1, of which no vendor says whether they arrived",
    "- send-email (ten-ocean): ",
    "- email, bounced: 1",
  ])
    expect(text).toContain(line);
  for (const personal of ["Zarina", address, "ord_1"]) expect(text).not.toContain(personal);
});

it("says of a week without trouble that there was none, in one line", async () => {
  const bench = await start();
  await bench.engine.advance("7d");
  await bench.settle();
  expect(digestsOf(bench).map(({ text }) => text?.split("\n")[0])).toEqual([
    "Nothing failed this week, and nothing waits for anybody.",
  ]);
  expect(digestsOf(bench)[0]?.text?.split("\n\n")).toHaveLength(2);
});

it("tells of a week once, however often it is asked to", async () => {
  const bench = await start();
  await bench.engine.advance("7d");
  const [run] = bench.engine.runs({ functionId });
  expect(run?.output).toEqual({ week: "2026-11-09" });
  await bench.engine.controls.rerun(run?.id ?? "");
  await bench.engine.advance("2d");
  await bench.engine.controls.rerun(run?.id ?? "");
  await bench.engine.advance("5d");
  await bench.settle();
  expect(bench.engine.runs({ functionId })).toHaveLength(4);
  expect(digestsOf(bench).map(({ subject }) => subject)).toEqual([
    "[note] Operations, the week up to 2026-11-09",
    "[note] Operations, the week up to 2026-11-16",
  ]);
});
