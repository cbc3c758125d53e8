import { expect, it } from "vitest";
import { passkeyBench } from "../../testing/passkey-bench.ts";
import { removePasskey } from "./remove-passkey.ts";

const { ports, stores, divya, maria, enrolled } = await passkeyBench();
const remove = removePasskey(ports);

it("removes one of the person's own, once", async () => {
  const { id: credentialId } = await enrolled(divya);
  const unknown = { ok: false, code: "unknown-passkey" };
  expect(await remove({ person: maria, provenBy: "code", credentialId })).toMatchObject(unknown);
  expect(await remove({ person: divya, provenBy: "code", credentialId })).toEqual({ ok: true });
  expect(await remove({ person: divya, provenBy: "code", credentialId })).toMatchObject(unknown);
  expect(await stores.passkeys.list("admin_1")).toEqual([]);
});

it("is refused to staff who have to use a passkey and came by a code", async () => {
  const { id: credentialId } = await enrolled(maria);
  const strict = removePasskey({ ...ports, staffSignIn: "passkey" });
  expect(await strict({ person: maria, provenBy: "code", credentialId })).toMatchObject({
    code: "passkey-first",
  });
  expect(await strict({ person: maria, provenBy: "passkey", credentialId })).toEqual({ ok: true });
});
