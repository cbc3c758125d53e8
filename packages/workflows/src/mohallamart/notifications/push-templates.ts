import * as orders from "../orders/pushes.ts";
import * as products from "../products/pushes.ts";
import { templateFinder } from "./message-template.ts";
import { notificationPushes } from "./notification-messages.ts";
import type { PushTemplate } from "./push-template.ts";

/** Every kind of push message that the senders write: those that the domains list in their `pushes.ts`, and notifications. */
export const pushTemplateOf = templateFinder<PushTemplate>("push message", [
  ...[orders, products].flatMap((listed): PushTemplate[] => Object.values(listed)),
  ...notificationPushes,
]);
