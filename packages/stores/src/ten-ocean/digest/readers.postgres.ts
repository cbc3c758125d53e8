import { and, asc, desc, eq, gte, inArray, lt, sql } from "drizzle-orm";
import type { Database } from "../../database.ts";
import { residents, units } from "../../schema/ten-ocean.ts";
import { rsvps } from "../../schema/ten-ocean-community.ts";
import { notifications, preferenceKinds, preferences } from "../../schema/ten-ocean-notifications.ts";
import type { NotificationKind } from "../notifications/port.ts";
import { adminsIn } from "../verification/house.postgres.ts";
import type { Admin } from "../verification/port.ts";
import type { DigestAnswer, DigestReader, DigestSpan, Digests, HeldNotice, WaitingWork } from "./port.ts";

/** Whoever has one address gets one digest: that of the resident, otherwise of the first admin with it. */
export async function recipientsIn(
  database: Database,
  { period, after, limit = 500 }: { period: DigestSpan["period"]; after?: string; limit?: number },
): Promise<string[]> {
  const { rows } = await database.execute<{ userId: string }>(sql`
    select recipient.user_id as "userId" from (
      select resident.user_id from ${residents} resident
        left join ${preferences} chosen on chosen.user_id = resident.user_id
        where resident.standing = 'resident' and coalesce(chosen.digest, 'weekly') = ${period}
      union all
      select min(admin.admin_id) from ten_ocean.admins admin
        where ${period} = 'weekly' and not exists (
          select from ${residents} resident
          where resident.standing = 'resident' and resident.email = lower(admin.email))
        group by lower(admin.email)
    ) recipient
    where ${after ?? null}::text is null or recipient.user_id > ${after ?? null}
    order by recipient.user_id
    limit ${limit}`);
  return rows.map(({ userId }) => userId);
}

export async function readersIn(
  database: Database,
  { userIds, eventIds, span }: Parameters<Digests["readers"]>[0],
): Promise<DigestReader[]> {
  const members = await membersAmong(database, userIds);
  const ids = members.map(({ userId }) => userId);
  const answers = await answersOf(database, ids, eventIds);
  const muted = await mutedBy(database, ids);
  const held = await heldFor(database, ids, span);
  const everyWaiting = members.some(({ offices }) => offices.length > 0)
    ? await waitingByFloor(database)
    : [];
  return members
    .map(({ email: _, offices, ...member }) => ({
      ...member,
      muted: muted.get(member.userId) ?? [],
      held: held.get(member.userId) ?? [],
      answers: answers.get(member.userId) ?? [],
      waiting: offices.length > 0 ? waitingFor(offices, everyWaiting) : undefined,
    }))
    .toSorted((a, b) => (a.userId < b.userId ? -1 : 1));
}

type Member = Pick<DigestReader, "userId" | "firstName" | "floor" | "digest"> & {
  email: string;
  /** What they are to the house besides, maybe admin and captain of a floor. */
  offices: Admin[];
};

async function membersAmong(database: Database, userIds: readonly string[]): Promise<Member[]> {
  const admins = await adminsIn(database).list();
  const officesOf = (email: string) => admins.filter((admin) => admin.email.toLowerCase() === email);
  const rows = await database
    .select({
      userId: residents.userId,
      firstName: residents.firstName,
      email: residents.email,
      floor: units.floor,
      digest: preferences.digest,
    })
    .from(residents)
    .leftJoin(units, eq(units.unitId, residents.unitId))
    .leftJoin(preferences, eq(preferences.userId, residents.userId))
    .where(and(inArray(residents.userId, [...userIds]), eq(residents.standing, "resident")))
    .orderBy(asc(residents.userId));
  const living = rows.map(
    ({ floor, digest, ...row }): Member => ({
      ...row,
      floor: floor ?? undefined,
      digest: digest ?? "weekly",
      offices: officesOf(row.email),
    }),
  );
  const looking = admins
    .filter(({ adminId }) => userIds.includes(adminId))
    .map(({ adminId, name, email, floor }): Member => {
      const [firstName = name] = name.split(" ");
      const address = email.toLowerCase();
      return {
        userId: adminId,
        firstName,
        email: address,
        floor,
        digest: "weekly",
        offices: officesOf(address),
      };
    });
  return [...living, ...looking];
}

async function answersOf(
  database: Database,
  userIds: readonly string[],
  eventIds: readonly string[],
): Promise<Map<string, DigestAnswer[]>> {
  const rows = await database
    .select()
    .from(rsvps)
    .where(and(inArray(rsvps.userId, [...userIds]), inArray(rsvps.eventId, [...eventIds])))
    .orderBy(asc(rsvps.eventId));
  return grouped(rows, ({ userId, eventId, response, seated }) => [userId, { eventId, response, seated }]);
}

/** What they do not want by email. */
async function mutedBy(
  database: Database,
  userIds: readonly string[],
): Promise<Map<string, NotificationKind[]>> {
  const { userId, kind, byEmail } = preferenceKinds;
  const rows = await database
    .select({ userId, kind })
    .from(preferenceKinds)
    .where(and(inArray(userId, [...userIds]), eq(byEmail, false)))
    .orderBy(asc(kind));
  return grouped(rows, (row) => [row.userId, row.kind]);
}

async function heldFor(
  database: Database,
  userIds: readonly string[],
  { since, until }: DigestSpan,
): Promise<Map<string, HeldNotice[]>> {
  const { userId, notificationId, kind, title, path, heldForDigest, createdAt } = notifications;
  const rows = await database
    .select({ userId, notificationId, kind, title, path })
    .from(notifications)
    .where(
      and(
        inArray(userId, [...userIds]),
        eq(heldForDigest, true),
        gte(createdAt, new Date(since)),
        lt(createdAt, new Date(until)),
      ),
    )
    .orderBy(desc(createdAt), desc(notificationId));
  return grouped(rows, ({ userId, ...notice }) => [userId, notice]);
}

/** The values of each key, in the order of the rows. */
function grouped<Row, Value>(
  rows: readonly Row[],
  entryOf: (row: Row) => [key: string, value: Value],
): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const [key, value] of rows.map(entryOf)) groups.set(key, [...(groups.get(key) ?? []), value]);
  return groups;
}

interface FloorsWork extends WaitingWork {
  /** Null for applicants who named no unit. */
  floor: number | null;
}

async function waitingByFloor(database: Database): Promise<FloorsWork[]> {
  const { rows } = await database.execute<{
    floor: number | null;
    registrations: number;
    requests: number;
  }>(sql`
    select unit.floor, sum(registration)::int as registrations, sum(request)::int as requests from (
      select resident.unit_id, 1 as registration, 0 as request from ten_ocean.verifications verification
        join ${residents} resident on resident.user_id = verification.user_id
        where verification.status = 'pending'
      union all
      select asked.unit_id, 0, 1 from ten_ocean.maintenance_requests asked
        where asked.status = 'open' and asked.assignee_id is null
    ) waiting
    left join ${units} unit on unit.unit_id = waiting.unit_id
    group by unit.floor`);
  return rows;
}

function waitingFor(offices: readonly Admin[], work: readonly FloorsWork[]): WaitingWork {
  const isTheirs = ({ floor }: FloorsWork) =>
    offices.some((office) => office.role === "admin" || office.floor === floor);
  return work.filter(isTheirs).reduce(
    (sum, { registrations, requests }) => ({
      registrations: sum.registrations + registrations,
      requests: sum.requests + requests,
    }),
    { registrations: 0, requests: 0 },
  );
}
