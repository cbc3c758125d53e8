import { expect, it } from "vitest";
import { passkeyBench } from "../../testing/passkey-bench.ts";
import { renamePasskey } from "./rename-passkey.ts";

const { ports, stores, divya, maria, enrolled } = await passkeyBench();
const rename = renamePasskey(ports);
const { id: credentialId } = await enrolled(divya);
const name = async () => (await stores.passkeys.find(credentialId))?.name;

it("gives one of the person's own another name", async () => {
  expect(await rename({ person: divya, credentialId, name: " Old  laptop " })).toEqual({ ok: true });
  expect(await name()).toBe("Old laptop");
});

it("leaves it as it was for another person, and without a name", async () => {
  expect(await rename({ person: maria, credentialId, name: "Mine" })).toMatchObject({
    code: "unknown-passkey",
  });
  expect(await rename({ person: divya, credentialId, name: " " })).toMatchObject({
    code: "invalid",
    fields: { name: expect.any(String) },
  });
  expect(await rename({ person: divya, credentialId: "", name: "Mine" })).toMatchObject({ code: "damaged" });
  expect(await name()).toBe("Old laptop");
});
