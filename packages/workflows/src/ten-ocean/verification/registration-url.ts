import type { RegistrationLinks } from "@org/stores/ten-ocean/registration-links/port";
import { filledIn, holdsAny } from "../../filled-in.ts";

export interface RegistrationUrlPorts {
  registrationLinks: Pick<RegistrationLinks, "tokenOf">;
  portalUrl: string;
}

/** How an email names its reader's registration while it is rendered; `withRegistrationUrl` puts the link in its place. */
export const registrationUrl = "https://registration.invalid/link";

/** Where the registration is for who may see it without a link: in the portal's list, and on a phone. */
export function registrationPath(userId: string): string {
  return `/ten-ocean/residents/${userId}`;
}

/**
 * A message with the link to its reader's registration in place of `registrationUrl`. Only inside the step that sends
 * it: the link opens the registration to whoever has it, so no step returns one. Written again, it is the same.
 */
export async function withRegistrationUrl<Message extends object>(
  { registrationLinks, portalUrl }: RegistrationUrlPorts,
  userId: string,
  message: Message,
): Promise<Message> {
  if (!holdsAny(message, [registrationUrl])) return message;
  const token = await registrationLinks.tokenOf(userId);
  // Of an account that was closed meanwhile: there is nothing to see any more.
  const path = token === undefined ? "/ten-ocean" : `/ten-ocean/r/${userId}/${token}`;
  return filledIn(message, { [registrationUrl]: `${portalUrl}${path}` });
}
