import { beforeEach, expect, it } from "vitest";
import { testStores } from "../../testing/test-stores.ts";
import { confirmNewEmail } from "./confirm-new-email.ts";

const stores = await testStores();
const { residents, emailChanges } = stores.tenOcean;
const confirm = (token: string) => confirmNewEmail(stores.tenOcean)({ token });
const [oldToken, newToken] = ["o".repeat(43), "n".repeat(43)];
let members = 0;
let userId = "";

beforeEach(async () => {
  members += 1;
  userId = `user_${members}`;
  const email = `maya${members}@example.com`;
  await residents.register({ userId, email, firstName: "Maya", lastName: "" }, { emit: [] });
  await residents.changeStanding(userId, "resident", { emit: [] });
  const change = { changeId: `change_${members}`, userId, newEmail: `new${members}@example.com` };
  await emailChanges.request({ ...change, oldToken, newToken }, { emit: [] });
  return () => emailChanges.discard(userId);
});

it("makes the new address count with the second link, once", async () => {
  expect(await confirm(newToken)).toEqual({ ok: true, counts: false });
  expect(await residents.get(userId)).toMatchObject({ email: `maya${members}@example.com` });
  expect(await stores.emitted()).toEqual([]);
  expect(await confirm(oldToken)).toEqual({ ok: true, counts: true });
  expect(await confirm(oldToken)).toEqual({ ok: true, counts: true });
  expect(await residents.get(userId)).toMatchObject({ email: `new${members}@example.com` });
  expect(await stores.emittedEvents()).toMatchObject([
    { name: "user/profile.updated", data: { userId, changed: ["email"] } },
  ]);
});

it("is refused when somebody has taken the address meanwhile", async () => {
  const other = {
    userId: `user_other${members}`,
    firstName: "O",
    lastName: "",
    email: `new${members}@example.com`,
  };
  await residents.register(other, { emit: [] });
  const before = await stores.emitted();
  await confirm(newToken);
  expect(await confirm(oldToken)).toMatchObject({ code: "email-taken" });
  expect(await residents.get(userId)).toMatchObject({ email: `maya${members}@example.com` });
  expect(await stores.emitted()).toEqual(before);
});

it.each(["", "<script>", "x".repeat(43)])("%j is no link", async (token) => {
  expect(await confirm(token)).toMatchObject({
    code: "gone",
    message: expect.stringContaining("no longer good"),
  });
});
