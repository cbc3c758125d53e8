import type { EventData } from "@org/events";
import type { notificationPushRequested } from "@org/events/mohallamart/notification-push-requested";
import type { NoMessage } from "../../deliver.ts";
import type { Uses } from "../ports.ts";
import type { PushPorts, WrittenPush } from "./push-template.ts";
import { pushTemplateOf } from "./push-templates.ts";
import { type LinkPorts, withLinks } from "./with-links.ts";

/** All that the senders of push messages need. */
export type PushSenderPorts = Uses<{
  inngest: true;
  push: true;
  deliveries: "get" | "getMany" | "record" | "recordMany";
  limits: true;
}> &
  LinkPorts &
  PushPorts;

export type PushRequest = EventData<typeof notificationPushRequested>;

/** Puts it into words; links that only its reader has are not in them yet. */
export function writePush(
  ports: PushPorts,
  { template, readerId, data }: PushRequest,
): Promise<WrittenPush | NoMessage> {
  return pushTemplateOf(template).write({ readerId, data, ports });
}

/** The words with its reader's own links. Only inside the step that sends it. */
export function linkedPush(
  ports: LinkPorts,
  { about, readerId, recipient }: PushRequest,
  written: WrittenPush,
): Promise<WrittenPush> {
  return withLinks(ports, { about, userId: recipient === "customer" ? readerId : undefined }, written);
}
