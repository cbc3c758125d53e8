import { withOrderUrl } from "../orders/order-url.ts";
import type { Uses } from "../ports.ts";
import { withStopLink } from "../stop-link.ts";

export type LinkPorts = Uses<{ orderLinks: "issue"; unsubscribeTokens: "of"; webUrl: true }>;

/** A message with the links that only its reader has. Only inside the step that sends it. */
export async function withLinks<Message extends object>(
  ports: LinkPorts,
  { about, userId }: { about: string; userId: string | undefined },
  message: Message,
): Promise<Message> {
  const linked = await withOrderUrl(ports, about, message);
  return userId === undefined ? linked : withStopLink(ports, userId, linked);
}
