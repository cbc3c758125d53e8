import { expect, it } from "vitest";
import { testStores } from "../testing/test-stores.ts";
import { findPeople } from "./find-people.ts";
import { offeredPeople, offerPeople } from "./offer-people.ts";
import { openSession } from "./open-session.ts";

const stores = await testStores();
const { mohallaMart, sessions } = stores;
const asha = { name: "Asha Rao", email: "asha@example.com" };
await mohallaMart.users.add({ userId: "user_1", ...asha });
await mohallaMart.staff.add({ staffId: "admin_1", ...asha });
const people = await findPeople(stores, "mohallamart", asha.email);
const offered = (token: string) => offeredPeople({ sessions, people: stores }, token);

it("offers those who were found, as they are when one is chosen", async () => {
  const { token } = await offerPeople({ sessions })({ people });
  expect(await offered(token)).toEqual(people);
  await mohallaMart.users.remove("user_1");
  expect(await offered(token)).toMatchObject([{ role: "admin", id: "admin_1" }]);
});

it("is no session, and a session is no offer", async () => {
  const [person] = people;
  if (!person) throw new Error("Nobody was found.");
  const { token } = await openSession(stores)({ person, provenBy: "code" });
  expect(await offered(token)).toEqual([]);
  expect(await offered("made-up")).toEqual([]);
});
