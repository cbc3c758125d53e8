import { expect, it } from "vitest";
import { passkeyBench } from "../../testing/passkey-bench.ts";
import { softAuthenticator } from "../../testing/soft-authenticator.ts";
import { subjectOf } from "../find-people.ts";
import { beginPasskeySignIn } from "./begin-passkey-sign-in.ts";
import { redeemPasskey } from "./redeem-passkey.ts";

const { ports, stores, divya, maria, begin, enrolled } = await passkeyBench();
const redeem = redeemPasskey(ports);
const notAccepted = { ok: false, code: "not-accepted", message: expect.stringContaining("with a code") };

async function asked() {
  const begun = await beginPasskeySignIn(ports)();
  if (!begun.ok) throw new Error(begun.message);
  return begun;
}

it("brings the passkey's person, as they are now, and books the use", async () => {
  for (const person of [divya, maria]) {
    const authenticator = await enrolled(person);
    const { options, token } = await asked();
    expect(await redeem({ token, response: authenticator.use(options) })).toEqual({ ok: true, person });
    expect(await stores.passkeys.find(authenticator.id)).toMatchObject({
      counter: 1,
      lastUsedAt: expect.any(String),
    });
  }
});

it("is good once: the same answer, and another one to the same challenge, are not", async () => {
  const authenticator = await enrolled(divya);
  const { options, token } = await asked();
  const response = authenticator.use(options);
  expect(await redeem({ token, response })).toMatchObject({ ok: true });
  expect(await redeem({ token, response })).toEqual(notAccepted);
  expect(await redeem({ token, response: authenticator.use(options) })).toEqual(notAccepted);
  const { token: another } = await asked();
  expect(await redeem({ token: another, response })).toEqual(notAccepted);
});

it("is not good when it was made at another site, without its owner, or by a copy", async () => {
  const authenticator = await enrolled(divya);
  const use = async (at: number) => {
    const { options, token } = await asked();
    return redeem({ token, response: authenticator.use(options, at) });
  };
  expect(await use(5)).toMatchObject({ ok: true });
  expect(await use(5)).toEqual(notAccepted);
  expect(await use(4)).toEqual(notAccepted);
  expect(await use(6)).toMatchObject({ ok: true });
  const { options, token } = await asked();
  const response = authenticator.use({ ...options, rpId: "evil.example" });
  expect(await redeem({ token, response })).toEqual(notAccepted);
  for (const strange of [{ origin: "https://evil.example" }, { verifies: false }]) {
    const { options: again, token: secret } = await asked();
    const known = { ...softAuthenticator(strange).use(again), id: authenticator.id, rawId: authenticator.id };
    expect(await redeem({ token: secret, response: known })).toEqual(notAccepted);
  }
});

it("is not good in answer to what was asked to add one", async () => {
  const authenticator = await enrolled(divya);
  const { options, token } = await begin(divya);
  const response = authenticator.use({ challenge: options.challenge, rpId: options.rp.id });
  expect(await redeem({ token, response })).toEqual(notAccepted);
});

it("is not good when it is nobody's, or was removed, or its person may not sign in any more", async () => {
  const stranger = softAuthenticator();
  const { options, token } = await asked();
  expect(await redeem({ token, response: stranger.use(options) })).toEqual(notAccepted);
  const authenticator = await enrolled(maria);
  await stores.passkeys.remove(subjectOf(maria), authenticator.id);
  const { options: again, token: secret } = await asked();
  expect(await redeem({ token: secret, response: authenticator.use(again) })).toEqual(notAccepted);
  const gone = await enrolled({ ...divya, id: "admin_gone" });
  const { options: last, token: third } = await asked();
  expect(await redeem({ token: third, response: gone.use(last) })).toEqual(notAccepted);
});

it.each([undefined, null, "text", {}])("is refused when it is %j", async (response) => {
  const { token } = await asked();
  expect(await redeem({ token, response })).toEqual(notAccepted);
});

it("is refused where browsers have no passkeys", async () => {
  const without = redeemPasskey({ ...ports, relyingParty: undefined });
  expect(await without({ token: "t", response: {} })).toMatchObject({ code: "no-passkeys" });
});
