import { expect, it } from "vitest";
import { passkeyBench } from "../../testing/passkey-bench.ts";
import { removePasskey } from "./remove-passkey.ts";

const { ports, stores, divya, maria, enrolled } = await passkeyBench();
const remove = removePasskey(ports);

it("removes one of the person's own, once", async () => {
  const { id: credentialId } = await enrolled(divya);
  const unknown = { ok: false, code: "unknown-passkey" };
  expect(await remove({ person: maria, credentialId })).toMatchObject(unknown);
  expect(await remove({ person: divya, credentialId })).toEqual({ ok: true });
  expect(await remove({ person: divya, credentialId })).toMatchObject(unknown);
  expect(await stores.passkeys.list("admin_1")).toEqual([]);
});
