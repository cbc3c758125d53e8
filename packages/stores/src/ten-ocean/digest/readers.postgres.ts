import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "../../database.ts";
import { residents, units } from "../../schema/ten-ocean.ts";
import { rsvps } from "../../schema/ten-ocean-community.ts";
import { preferences } from "../../schema/ten-ocean-notifications.ts";
import { adminsIn } from "../verification/house.postgres.ts";
import type { Admin } from "../verification/port.ts";
import type { DigestAnswer, DigestReader, DigestSpan, Digests, WaitingWork } from "./port.ts";

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
  { userIds, eventIds }: Parameters<Digests["readers"]>[0],
): Promise<DigestReader[]> {
  const members = await membersAmong(database, userIds);
  const answers = await answersOf(
    database,
    members.map(({ userId }) => userId),
    eventIds,
  );
  const everyWaiting = members.some(({ offices }) => offices.length > 0)
    ? await waitingByFloor(database)
    : [];
  return members
    .map(({ email: _, offices, ...member }) => ({
      ...member,
      muted: [],
      held: [],
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
  return rows.reduce((answers, { userId, eventId, response, seated }) => {
    return answers.set(userId, [...(answers.get(userId) ?? []), { eventId, response, seated }]);
  }, new Map<string, DigestAnswer[]>());
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
