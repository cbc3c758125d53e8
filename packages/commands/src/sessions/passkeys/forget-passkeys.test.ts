import { expect, it } from "vitest";
import { passkeyBench } from "../../testing/passkey-bench.ts";
import { openSession } from "../open-session.ts";
import { forgetPasskeys } from "./forget-passkeys.ts";

const { ports, stores, divya, maria, enrolled } = await passkeyBench();
const forget = forgetPasskeys({ ...ports, sessions: stores.sessions });

it("forgets all of one person's, signs them out, and lets them begin anew", async () => {
  await enrolled(divya);
  await enrolled(divya);
  await enrolled(maria);
  const { token } = await openSession(stores)({ person: divya, provenBy: "passkey" });
  const owner = { product: "mohallamart", email: divya.email } as const;
  expect(await forget(owner)).toEqual({ ok: true, forgotten: 2 });
  expect(await stores.sessions.use(token)).toBeUndefined();
  expect(await stores.passkeys.list("ten-ocean:admin_1")).toHaveLength(1);
  expect(await forget(owner)).toEqual({ ok: true, forgotten: 0 });
});

it("says so where nobody has the address", async () => {
  expect(await forget({ product: "ten-ocean", email: divya.email })).toMatchObject({ code: "no-account" });
});
