import { failureOf } from "@org/integrations/contracts";
import { expect, it } from "vitest";
import { convexDeployment } from "../convex/deployment.ts";
import { convexBridge, testServiceKey } from "../testing/convex-bridge.ts";
import { ledgerContract } from "./contract.ts";
import { convexLedger } from "./convex.ts";

const bridge = await convexBridge();
const ledger = convexLedger(bridge.deployment);
const key = "order-confirmation:ord_3:sms";

ledgerContract("Convex", {
  ledger,
  other: convexLedger(convexDeployment({ url: bridge.url, serviceKey: testServiceKey })),
  age: () =>
    bridge.run(async ({ db }) => {
      for (const { _id } of await db.query("sendLedger").collect())
        await db.patch(_id, { startedAt: Date.now() - 600_000 });
    }),
  reset: bridge.empty,
});

it("a result that cannot be booked is still given to the caller, and is not sent again", async () => {
  await bridge.empty();
  const result = await ledger.once(key, async () => {
    bridge.failNext({ cut: "before" });
    return "SM1";
  });
  expect(result).toBe("SM1");
  expect(await failureOf(ledger.once(key, async () => "SM2"))).toMatchObject({ kind: "retryable" });
});

it("a claim whose answer was lost is not sent, and is in doubt once its time has passed", async () => {
  await bridge.empty();
  let runs = 0;
  bridge.failNext({ cut: "after" });
  const send = async () => `SM${++runs}`;
  expect(await failureOf(ledger.once(key, send))).toMatchObject({ kind: "retryable" });
  expect(await failureOf(ledger.once(key, send))).toMatchObject({ kind: "retryable" });
  expect(runs).toBe(0);
  expect(await ledger.get(key)).toMatchObject({ state: "sending", attempts: 1 });
});

it("a result may have any names of fields, and may be nothing", async () => {
  await bridge.empty();
  const result = { $id: "SM1", "with space": [null, { _: "हाँ" }] };
  await ledger.once(key, async () => result);
  expect(await ledger.once(key, async () => "another")).toEqual(result);
  await ledger.once("nothing", async () => undefined);
  expect(await ledger.once<unknown>("nothing", async () => "another")).toBeUndefined();
});
