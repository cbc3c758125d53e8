import { userProfileUpdated } from "@org/events/ten-ocean/user-profile-updated";
import { userRegistered } from "@org/events/ten-ocean/user-registered";
import { userRegistrationRequested } from "@org/events/ten-ocean/user-registration-requested";
import { userRejected } from "@org/events/ten-ocean/user-rejected";
import { userStatusChanged } from "@org/events/ten-ocean/user-status-changed";
import { userVerified } from "@org/events/ten-ocean/user-verified";
import type { Standing } from "@org/stores/ten-ocean/port";
import { eventsOf } from "./events-of.ts";
import type { TestBench } from "./test-bench.ts";

/** Wants to live in 4B, where Maya of the demo data lives already. */
export const sam = {
  userId: "user_sam",
  email: "sam@example.com",
  firstName: "Sam",
  lastName: "Rivera",
  unitId: "unit_4B",
};

/** A resident of the demo data, in 4B. */
export const maya = { userId: "user_maya", email: "maya@residents.example" };

/** Sam fills in the registration form, as the portal does it. @returns the secret of the link that he gets. */
export async function requestAsSam(
  { tenOcean }: TestBench,
  changes: Partial<typeof sam> = {},
): Promise<{ token: string }> {
  const registration = { ...sam, ...changes };
  const token = registration.userId.padEnd(43, "x");
  await tenOcean.registrations.hold(
    { ...registration, token },
    { emit: [userRegistrationRequested.create({ userId: registration.userId })] },
  );
  return { token };
}

/** Sam registers as the portal does it, once his address is proven. */
export function registerSam({ tenOcean }: TestBench, changes: { unitId?: string } = {}): Promise<unknown> {
  const resident = { ...sam, ...changes };
  return tenOcean.residents.register(resident, { emit: [userRegistered.create(resident)] });
}

/** Decides as the portal does it. @returns false when somebody was faster. */
export function decide(
  { tenOcean }: TestBench,
  status: "verified" | "rejected",
  { userId = sam.userId, decidedBy = "admin_002", reason = "No lease was found." } = {},
): Promise<boolean> {
  return tenOcean.verifications.decide(
    userId,
    { status, decidedBy, reason: status === "rejected" ? reason : undefined },
    {
      emit: ({ round, purpose, reason }) => {
        const decided = { userId, round, purpose, timestamp: "2026-11-02T09:30:00.000Z" };
        const id = `user/${status}:${userId}:${round}`;
        return status === "verified"
          ? [userVerified.create({ ...decided, verifiedBy: decidedBy }, { id })]
          : [userRejected.create({ ...decided, rejectedBy: decidedBy, reason }, { id })];
      },
    },
  );
}

/** Sam asks again after a rejection or a lapse, as the portal does it. */
export function registerSamAgain({ tenOcean }: TestBench, unitId = sam.unitId): Promise<unknown> {
  const { userId, ...now } = { ...sam, unitId };
  return tenOcean.verifications.reopen(userId, now, {
    emit: ({ round }) => [
      userRegistered.create({ ...now, userId, round }, { id: `user/registered:${userId}:${round}` }),
    ],
  });
}

/** Maya says that she lives elsewhere now, as the portal does it. */
export function mayaMoves({ tenOcean }: TestBench, unitId: string): Promise<unknown> {
  return tenOcean.verifications.requestMove(maya.userId, unitId, {
    emit: ({ userId }) => [userProfileUpdated.create({ userId, changed: ["unit"], awaiting: ["unit"] })],
  });
}

/** Maya asks for another address, as the portal does it. */
export function mayaWantsAddress({ tenOcean }: TestBench, newEmail: string, n = 1): Promise<boolean> {
  const { userId } = maya;
  const [oldToken, newToken] = [`old-${n}`.padEnd(43, "x"), `new-${n}`.padEnd(43, "x")];
  return tenOcean.emailChanges.request(
    { userId, changeId: `change_${n}`, newEmail, oldToken, newToken },
    { emit: [userProfileUpdated.create({ userId, changed: ["email"], awaiting: ["email"] })] },
  );
}

/** An admin changes what Maya is to the house, as the portal does it. */
export function changeMaya({ tenOcean }: TestBench, to: Standing): Promise<boolean> {
  return tenOcean.residents.changeStanding(maya.userId, to, {
    emit: (change) => [userStatusChanged.create({ ...change, changedBy: "admin_001" })],
  });
}

/** What members were told of, oldest first: `resident-welcome to user_sam`. */
export function toldOf({ engine }: TestBench): string[] {
  return noticesOf(engine).map(({ template, userIds }) => `${template} to ${userIds.join(", ")}`);
}

export interface ToldNotice {
  notificationId: string;
  template: string;
  userIds: string[];
  about: string;
  data: Record<string, unknown>;
}

/** What the router was handed, oldest first. */
export function noticesOf(engine: TestBench["engine"]): ToldNotice[] {
  return eventsOf(engine, { name: "notification/route" }).map(({ data }) => Object(data));
}
