import { expect, it } from "vitest";
import { passkeyBench } from "../../testing/passkey-bench.ts";
import { beginPasskey } from "./begin-passkey.ts";

const { ports, divya, maria, begin, enrolled } = await passkeyBench();
const signedInAt = new Date().toISOString();

it("asks the browser for a passkey of this site that it finds by itself and that asks for a finger or a PIN", async () => {
  const { options } = await begin(maria);
  expect(options).toMatchObject({
    rp: { id: "shop.example", name: "10 Ocean" },
    user: { name: "maria@example.com", displayName: "Maria" },
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    attestation: "none",
    excludeCredentials: [],
  });
  expect(Buffer.from(options.user.id, "base64url").toString()).not.toContain("admin_1");
});

it("asks for another challenge each time, and names a person always the same and apart from others", async () => {
  const [first, second, other] = [await begin(maria), await begin(maria), await begin(divya)];
  expect(second.options.challenge).not.toBe(first.options.challenge);
  expect(second.options.user.id).toBe(first.options.user.id);
  expect(other.options.user.id).not.toBe(first.options.user.id);
});

it("names those that the person has, and refuses an eleventh", async () => {
  const { id } = await enrolled(divya);
  expect((await begin(divya)).options.excludeCredentials).toMatchObject([{ id, transports: ["internal"] }]);
  for (let n = 1; n < 10; n += 1) await enrolled(divya);
  expect(await beginPasskey(ports)({ person: divya, signedInAt, provenBy: "code" })).toMatchObject({
    code: "too-many",
  });
});

it("is only for who has signed in within the hour", async () => {
  const earlier = new Date(Date.now() - 61 * 60_000).toISOString();
  expect(await beginPasskey(ports)({ person: maria, signedInAt: earlier, provenBy: "code" })).toMatchObject({
    code: "sign-in-again",
  });
});

it("is refused where browsers have no passkeys", async () => {
  const without = beginPasskey({ ...ports, relyingParty: undefined });
  expect(await without({ person: maria, signedInAt, provenBy: "code" })).toMatchObject({
    code: "no-passkeys",
  });
});

it("lets staff who have to use a passkey add their first by a code, and further ones by a passkey only", async () => {
  const { divya: fresh, ports: others, enrolled: enrol } = await passkeyBench();
  const strict = beginPasskey({ ...others, staffSignIn: "passkey" });
  expect(await strict({ person: fresh, signedInAt, provenBy: "code" })).toMatchObject({ ok: true });
  await enrol(fresh);
  expect(await strict({ person: fresh, signedInAt, provenBy: "code" })).toMatchObject({
    code: "passkey-first",
  });
  expect(await strict({ person: fresh, signedInAt, provenBy: "passkey" })).toMatchObject({ ok: true });
});
