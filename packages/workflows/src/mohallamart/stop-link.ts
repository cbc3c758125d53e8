import type { UnsubscribeTokens } from "@org/stores/unsubscribe/port";
import { filledIn, holdsAny } from "../filled-in.ts";

export interface StopLinkPorts {
  unsubscribeTokens: Pick<UnsubscribeTokens, "of">;
  webUrl: string;
}

/** How a promotional message names the page on which its reader ends such messages; `withStopLink` puts the link there. */
export const stopUrl = "https://stop.invalid/link";

/** Stands for the last part of that link in a text message, as long as that will be. */
export const stopToken = "stop.invalid".padEnd(26, ".");

/**
 * A message with its reader's link in place of `stopUrl` and `stopToken`. Only inside the step that sends it: whoever
 * has the link chooses for them.
 */
export async function withStopLink<Message extends object>(
  { unsubscribeTokens, webUrl }: StopLinkPorts,
  userId: string,
  message: Message,
): Promise<Message> {
  if (!holdsAny(message, [stopUrl, stopToken])) return message;
  const [{ token } = {}] = await unsubscribeTokens.of([userId]);
  // Of an account that was closed meanwhile: the page says that the link leads nowhere.
  const written = token ?? "closed";
  return filledIn(message, { [stopUrl]: `${webUrl}/u/${written}`, [stopToken]: written });
}
