import { beforeEach, expect, it } from "vitest";
import { convexBridge } from "../testing/convex-bridge.ts";
import { convexStores } from "./stores.ts";

const bridge = await convexBridge();
const { signInCodes, sessions, knownBrowsers, ledger } = convexStores(bridge.deployment);
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();

beforeEach(() => bridge.empty());

async function callsOf(act: () => Promise<unknown>): Promise<number> {
  const before = bridge.calls();
  await act();
  return bridge.calls() - before;
}

it("signing in with a code takes four calls, and a request one", async () => {
  let token = "";
  const signIn = async () => {
    const code = await signInCodes.issue("asha@example.com", inAnHour());
    expect(await signInCodes.redeem("asha@example.com", code)).toBe("right");
    token = await sessions.open("user_1", inAnHour());
    await knownBrowsers.remember("user_1");
  };
  expect(await callsOf(signIn)).toBe(4);
  expect(await callsOf(() => sessions.use(token))).toBe(1);
});

it("a message through the send ledger takes two", async () => {
  const send = () => ledger.once("order-confirmation:ord_1:sms", async () => "SM1");
  expect(await callsOf(send)).toBe(2);
});
