import { shopkeeperId as shopkeeperIdSchema } from "@org/events/mohallamart/fields";
import type { ApplicationLinks, ApplicationParties } from "@org/stores/mohallamart/application-links/port";
import { hasRole, type Person } from "../../sessions/person.ts";

/** Whoever asks for an application to open a shop: never from a form. */
export interface ApplicationReader {
  /** Who is signed in. */
  person?: Person | undefined;
  /** What confirming the application has left in the browser. */
  linkToken?: string | undefined;
}

/**
 * Whether somebody may see where an application stands. The answer for one that is not theirs is the one for an
 * application that does not exist, and takes the same work.
 */
export async function mayOpenApplication(
  { applicationLinks }: { applicationLinks: Pick<ApplicationLinks, "parties" | "opens"> },
  shopkeeperId: string,
  { person, linkToken = "" }: ApplicationReader,
): Promise<boolean> {
  if (!shopkeeperIdSchema.safeParse(shopkeeperId).success) return false;
  const [parties, isOpened] = await Promise.all([
    applicationLinks.parties(shopkeeperId),
    applicationLinks.opens(shopkeeperId, linkToken),
  ]);
  if (!parties) return false;
  return isOpened || (person !== undefined && hasToDoWith(person, parties));
}

function hasToDoWith(person: Person, { shopkeeperId, applicantId }: ApplicationParties): boolean {
  if (hasRole(person, ["shopkeeper"])) return person.id === shopkeeperId;
  if (hasRole(person, ["customer"])) return person.id === applicantId;
  return hasRole(person, ["admin"]);
}
