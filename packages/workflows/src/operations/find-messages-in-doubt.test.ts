import { IntegrationError } from "@org/integrations/error";
import { postgresLedger } from "@org/stores/ledger/postgres";
import { expect, it } from "vitest";
import { operator } from "../testing/bench-vendors.ts";
import { ageDoubts } from "../testing/lose-texts.ts";
import { startTestBench } from "../testing/test-bench.ts";

const functionId = "find-messages-in-doubt";

it("has operations told of a call that died with its run, within four hours and once", async () => {
  const bench = await startTestBench({ schedulesOf: [functionId] });
  const ledger = postgresLedger(bench.pool);
  void ledger.once("order-confirmation:ord_1:sms", () => new Promise(() => {}));
  await expect.poll(() => ledger.get("order-confirmation:ord_1:sms")).toBeDefined();
  await ageDoubts(bench);
  await bench.engine.advance("9h");
  await bench.settle();

  const alerts = bench.vendors.outbox().filter(({ to }) => to === operator.email);
  expect(alerts.map(({ subject }) => subject)).toEqual(["[warning] A message may not have been sent"]);
  expect(bench.engine.runs({ functionId }).map(({ output }) => output)).toEqual([
    { found: 1 },
    { found: 0 },
    { found: 0 },
  ]);
});

it("leaves what is young, and what is known, alone", async () => {
  const bench = await startTestBench({ schedulesOf: [functionId] });
  const ledger = postgresLedger(bench.pool);
  const error = new IntegrationError("No answer.", { port: "sms", vendor: "twilio", kind: "ambiguous" });
  await ledger.once("young", () => Promise.reject(error)).catch(() => {});
  await ledger.once("known", async () => "SM1");
  await bench.engine.advance("1h");
  expect(bench.engine.run(functionId).output).toEqual({ found: 0 });
});
