import { productOf } from "@org/commands/sessions/person";
import { currentPerson } from "../session/current-person.ts";
import { ifAvailable } from "../storefront/unavailable.ts";
import { pushIdentity } from "./push-identity.ts";
import { PushSession } from "./push-session.tsx";
import { pushSettings } from "./push-settings.ts";

/** Tells the browser whose notifications are its own. Nothing while nobody can tell who is signed in. */
export async function PushOfSession() {
  const settings = pushSettings();
  if (!settings) return null;
  const known = await ifAvailable(async () => ({ person: await currentPerson() }));
  if (!known) return null;
  const { person } = known;
  const identity = person && (await pushIdentity(productOf(person.role), person.id));
  return <PushSession settings={settings} identity={identity} />;
}
