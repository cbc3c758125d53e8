import { notificationRoute } from "@org/events/ten-ocean/notification-route";
import { pushIdOf } from "@org/integrations/push/port";
import type { TestBench } from "./test-bench.ts";

/** Residents of the demo data, who have chosen nothing. */
export const maya = { userId: "user_maya", email: "maya@residents.example" };
export const suresh = { userId: "user_suresh", email: "suresh@residents.example" };

interface Notice {
  template: string;
  userIds: readonly string[];
  what?: string;
  about?: string;
  expiresAt?: string;
}

/** Tells members something, as the workflows of the domains do, and lets everything happen that is due then. */
export async function tellMembers(
  { engine, settle }: TestBench,
  { template, userIds, what = "The lift is repaired", about, expiresAt }: Notice,
): Promise<void> {
  const notificationId = `${template}:${what.replaceAll(/[^A-Za-z0-9]/g, "-")}`;
  await engine.send(
    notificationRoute.create({
      notificationId,
      template,
      userIds: [...userIds],
      data: { what },
      about,
      expiresAt,
    }),
  );
  await settle();
}

/** To whom the association's emails left, in order of their addresses. */
export function emailed({ vendors }: TestBench): string[] {
  return vendors
    .outbox()
    .filter(({ channel, from }) => channel === "email" && from?.includes("10 Ocean"))
    .map(({ to }) => to)
    .toSorted();
}

/** To whom push messages left. */
export function pushed({ vendors }: TestBench): string[] {
  return vendors
    .outbox()
    .filter(({ channel }) => channel === "push")
    .map(({ to }) => to.replaceAll(pushIdOf("ten-ocean", ""), ""))
    .toSorted();
}

/** Erases a resident, as their removal does. */
export async function removeResident({ tenOcean }: TestBench, userId: string): Promise<void> {
  await tenOcean.residents.remove(userId);
}
