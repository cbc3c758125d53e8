import { findPeople } from "../sessions/find-people.ts";
import { addPasskey } from "../sessions/passkeys/add-passkey.ts";
import { beginPasskey } from "../sessions/passkeys/begin-passkey.ts";
import { relyingPartyOf } from "../sessions/passkeys/relying-party.ts";
import type { Person } from "../sessions/person.ts";
import { softAuthenticator } from "./soft-authenticator.ts";
import { testStores } from "./test-stores.ts";

/** A member of staff and one of the association's admins, at a shop that has passkeys. */
export async function passkeyBench() {
  const stores = await testStores();
  const { mohallaMart, tenOcean } = stores;
  await mohallaMart.staff.add({ staffId: "admin_1", name: "Divya", email: "divya@example.com" });
  await tenOcean.admins.add({ adminId: "admin_1", name: "Maria", email: "maria@example.com", role: "admin" });
  const [divya] = await findPeople(stores, "mohallamart", "divya@example.com");
  const [maria] = await findPeople(stores, "ten-ocean", "maria@example.com");
  if (!divya || !maria) throw new Error("Nobody was found.");
  const ports = {
    people: stores,
    passkeys: stores.passkeys,
    relyingParty: relyingPartyOf("https://shop.example"),
    staffSignIn: "any" as const,
  };

  async function begin(person: Person) {
    const begun = await beginPasskey(ports)({
      person,
      signedInAt: new Date().toISOString(),
      provenBy: "code",
    });
    if (!begun.ok) throw new Error(begun.message);
    return begun;
  }

  return {
    stores,
    ports,
    divya,
    maria,
    begin,
    /** An authenticator with a passkey of a person's. */
    async enrolled(person: Person) {
      const authenticator = softAuthenticator();
      const { options, token } = await begin(person);
      const response = authenticator.make(options);
      const added = await addPasskey(ports)({ person, token, name: "Laptop", response });
      if (!added.ok) throw new Error(added.message);
      return authenticator;
    },
  };
}
