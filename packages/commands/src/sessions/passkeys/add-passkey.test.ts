import { expect, it } from "vitest";
import { passkeyBench } from "../../testing/passkey-bench.ts";
import { softAuthenticator } from "../../testing/soft-authenticator.ts";
import { subjectOf } from "../find-people.ts";
import { addPasskey } from "./add-passkey.ts";
import { beginPasskeySignIn } from "./begin-passkey-sign-in.ts";

const { ports, stores, divya, maria, begin, enrolled } = await passkeyBench();
const add = addPasskey(ports);
const notAccepted = { ok: false, code: "not-accepted", message: expect.stringContaining("Add it again") };
const listed = (person = divya) => stores.passkeys.list(subjectOf(person));

it("keeps a passkey's public half for its person, under the name that they give it", async () => {
  const authenticator = softAuthenticator();
  const { options, token } = await begin(divya);
  const response = authenticator.make(options);
  expect(await add({ person: divya, token, name: "  Work   laptop ", response })).toEqual({ ok: true });
  expect(await listed()).toMatchObject([
    { credentialId: authenticator.id, userId: "admin_1", name: "Work laptop", transports: ["internal"] },
  ]);
});

it("takes an answer once", async () => {
  const before = (await listed()).length;
  const { options, token } = await begin(divya);
  const answers = [softAuthenticator(), softAuthenticator()].map((each) => each.make(options));
  const outcomes = await Promise.all(
    answers.map((response) => add({ person: divya, token, name: "Phone", response })),
  );
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await listed()).toHaveLength(before + 1);
});

it("refuses what another site's page, or an authenticator that does not look who it is, has made", async () => {
  const before = await listed();
  for (const strange of [{ origin: "https://evil.example" }, { verifies: false }]) {
    const { options, token } = await begin(divya);
    const response = softAuthenticator(strange).make(options);
    expect(await add({ person: divya, token, name: "Phone", response })).toEqual(notAccepted);
  }
  const { options, token } = await begin(divya);
  const elsewhere = softAuthenticator().make({ ...options, rp: { id: "evil.example" } });
  expect(await add({ person: divya, token, name: "Phone", response: elsewhere })).toEqual(notAccepted);
  expect(await listed()).toEqual(before);
});

it("refuses an answer to what somebody else was asked, or to what nobody was", async () => {
  const { options, token } = await begin(maria);
  const response = softAuthenticator().make(options);
  expect(await add({ person: divya, token, name: "Phone", response })).toEqual(notAccepted);
  const { token: another } = await begin(divya);
  expect(await add({ person: divya, token: another, name: "Phone", response })).toEqual(notAccepted);
  expect(await add({ person: divya, token: "made-up", name: "Phone", response })).toEqual(notAccepted);
  const signIn = await beginPasskeySignIn(ports)();
  if (!signIn.ok) throw new Error(signIn.message);
  const made = softAuthenticator().make({ ...options, challenge: signIn.options.challenge });
  expect(await add({ person: divya, token: signIn.token, name: "Phone", response: made })).toEqual(
    notAccepted,
  );
});

it("refuses one that is somebody's already", async () => {
  const authenticator = await enrolled(maria);
  const { options, token } = await begin(divya);
  const response = authenticator.make(options);
  expect(await add({ person: divya, token, name: "Phone", response })).toMatchObject({
    code: "known-passkey",
  });
});

it.each([undefined, null, "text", {}, { id: "x".repeat(20_000) }])(
  "says that %j cannot be read",
  async (response) => {
    const { token } = await begin(maria);
    expect(await add({ person: maria, token, name: "Phone", response })).toMatchObject({ code: "damaged" });
  },
);

it.each(["", "   ", "x".repeat(61)])(
  "asks for a name in place of %j, and the answer is good still",
  async (name) => {
    const { options, token } = await begin(maria);
    const response = softAuthenticator().make(options);
    expect(await add({ person: maria, token, name, response })).toMatchObject({
      code: "invalid",
      fields: { name: expect.any(String) },
    });
    expect(await add({ person: maria, token, name: "Phone", response })).toEqual({ ok: true });
  },
);

it("is refused where browsers have no passkeys", async () => {
  const without = addPasskey({ ...ports, relyingParty: undefined });
  expect(await without({ person: maria, token: "t", name: "Phone", response: {} })).toMatchObject({
    code: "no-passkeys",
  });
});
