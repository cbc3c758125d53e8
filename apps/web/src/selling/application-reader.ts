import { mayOpenApplication } from "@org/commands/mohallamart/shopkeepers/application-access";
import type { Person } from "@org/commands/sessions/person";
import { linkCookie } from "../links/link-cookie.ts";
import { type LinkReader, linkFollower } from "../links/link-follower.ts";
import { currentPerson } from "../session/current-person.ts";
import { applicationLinks } from "../stores.ts";

const cookie = linkCookie("application-link");

/** Lets the browser in which an application was confirmed see it. Only in a server action or a route handler. */
export async function keepApplication(shopkeeperId: string): Promise<void> {
  const token = await applicationLinks().tokenOf(shopkeeperId);
  if (token !== undefined) await cookie.keep(`/sell/applications/${encodeURIComponent(shopkeeperId)}`, token);
}

/** Whether the current request may see an application. */
export async function maySeeApplication(
  shopkeeperId: string,
  whoAsks: () => Promise<Person | undefined> = currentPerson,
): Promise<boolean> {
  const [person, linkToken] = await Promise.all([whoAsks(), cookie.read()]);
  return allowed(shopkeeperId)({ person, linkToken });
}

export async function applicationFollower(shopkeeperId: string) {
  return linkFollower(await cookie.read(), allowed(shopkeeperId));
}

function allowed(shopkeeperId: string) {
  return (reader: LinkReader) =>
    mayOpenApplication({ applicationLinks: applicationLinks() }, shopkeeperId, reader);
}
