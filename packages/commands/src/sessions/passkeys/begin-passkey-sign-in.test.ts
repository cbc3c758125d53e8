import { expect, it } from "vitest";
import { passkeyBench } from "../../testing/passkey-bench.ts";
import { beginPasskeySignIn } from "./begin-passkey-sign-in.ts";

const { ports, stores, divya, enrolled } = await passkeyBench();

it("asks the same of everybody, whoever has a passkey, with a challenge of its own each time", async () => {
  await enrolled(divya);
  const [first, second] = [await beginPasskeySignIn(ports)(), await beginPasskeySignIn(ports)()];
  if (!first.ok || !second.ok) throw new Error("Nothing was begun.");
  expect(first.options).toMatchObject({ rpId: "shop.example", userVerification: "required" });
  expect(first.options.allowCredentials ?? []).toEqual([]);
  expect(second.options.challenge).not.toBe(first.options.challenge);
  expect(await stores.passkeys.takeChallenge(first.token)).toEqual({ challenge: first.options.challenge });
});

it("is refused where browsers have no passkeys", async () => {
  const without = beginPasskeySignIn({ ...ports, relyingParty: undefined });
  expect(await without()).toMatchObject({ code: "no-passkeys" });
});
