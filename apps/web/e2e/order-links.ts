import type { SentMessage, Stack } from "@org/local-stack";
import { orderNumber } from "@org/stores/mohallamart/orders/order-number";
import { vi } from "vitest";

/** The link to an order that a message holds. */
export function linkOf(message: SentMessage | undefined): { url: string; path: string; token: string } {
  const text = `${message?.html ?? ""} ${message?.text ?? ""}`;
  const [url = "", token = ""] = /https?:[^\s"<>]*\/o\/([A-Za-z0-9_-]{22})/.exec(text) ?? [];
  if (!token) throw new Error(`There is no link to an order in “${message?.subject}”.`);
  return { url, path: new URL(url).pathname, token };
}

/** The same of the last email about the order, once there is one. */
export async function linkTo({ emulators }: Stack, orderId: string, email: string) {
  const found = () =>
    emulators.outbox().findLast(({ to, subject }) => to === email && subject?.includes(orderNumber(orderId)));
  return linkOf(await vi.waitUntil(found, { timeout: 20_000, interval: 50 }));
}
