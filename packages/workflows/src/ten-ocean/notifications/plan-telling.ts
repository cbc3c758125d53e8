import type { Member, NotificationEntry, Preferences } from "@org/stores/ten-ocean/port";
import { quietUntil } from "../../quiet-hours.ts";
import { type Brand, brandOf } from "../brand.ts";
import type { Uses } from "../ports.ts";
import type { NotificationTemplate } from "./notification-template.ts";
import { isConcerned, wants } from "./who-hears.ts";

type Ports = Uses<{ members: "list"; preferences: "list"; brand: true }>;

/** How one member is told. */
export interface Telling extends NotificationEntry {
  /** When, ISO 8601; null: at once. */
  at: string | null;
}

export interface Plan {
  tellings: Telling[];
  /** Who is not told, and why. */
  skipped: { unknown: number; notResidents: number };
}

export interface Occasion {
  template: NotificationTemplate;
  userIds: readonly string[];
  /** When it is planned for. */
  at: Date;
  /** That it waits for no digest was decided before. */
  isImmediate?: boolean;
  expiresAt?: string;
}

/** Asks the stores how each of the members is told of something at a moment. */
export async function planTelling(ports: Ports, { userIds, ...occasion }: Occasion): Promise<Plan> {
  const members = await ports.members.list(userIds);
  const concerned = members.filter((member) => isConcerned(member, occasion.template));
  const preferences = await ports.preferences.list(concerned.map(({ userId }) => userId));
  const chosenBy = new Map(preferences.map((chosen) => [chosen.userId, chosen]));
  const brand = brandOf(ports);
  return {
    tellings: concerned.map((member) =>
      tellingOf(member, chosenBy.get(member.userId), { ...occasion, brand }),
    ),
    skipped: {
      unknown: new Set(userIds).size - members.length,
      notResidents: members.length - concerned.length,
    },
  };
}

/** How one member is told. */
function tellingOf(
  { userId, role }: Member,
  chosen: Preferences | undefined,
  { template, at, isImmediate, expiresAt, brand }: Omit<Occasion, "userIds"> & { brand: Brand },
): Telling {
  const listed = { userId, email: false, push: false, heldForDigest: false, at: null };
  if (role === "admin") return { ...listed, email: true };
  const email = wants("email", template, chosen);
  const mayWait = template.importance === "chosen" && !template.timely;
  const waitsForDigest = mayWait && chosen?.kinds[template.kind].timing === "digest";
  if (waitsForDigest && !isImmediate) return { ...listed, heldForDigest: email && chosen.digest !== "off" };
  const push = wants("push", template, chosen);
  const quietHours = template.importance === "urgent" ? undefined : chosen?.quietHours;
  const wake = quietUntil(at, quietHours, brand.timeZone);
  if (wake && expiresAt !== undefined && wake >= new Date(expiresAt)) return listed;
  return { ...listed, email, push, at: wake?.toISOString() ?? null };
}
