import { userRegistered } from "@org/events/ten-ocean";
import { failureOf, personal } from "@org/integrations/contracts";
import { beforeEach, describe, expect, it } from "vitest";
import { announcementContract } from "./community/announcements.contract.ts";
import { communityContract } from "./community/contract.ts";
import { rsvpContract } from "./community/rsvp-contract.ts";
import type { TenOceanBench } from "./contract/bench.ts";
import { digestContract } from "./digest/contract.ts";
import { forumContract } from "./forum/contract.ts";
import { forumReadingContract } from "./forum/reading.contract.ts";
import { forumTellingContract } from "./forum/telling.contract.ts";
import { maintenanceContract } from "./maintenance/contract.ts";
import { notificationContract, preferenceContract } from "./notifications/contract.ts";
import type { Admin, NewResident } from "./port.ts";
import { residentContract, verificationContract } from "./verification/contract.ts";
import { emailChangeContract } from "./verification/email-changes.contract.ts";
import { EmailTakenError, UnknownResidentError, UnknownUnitError } from "./verification/errors.ts";
import { registrationContract } from "./verification/registrations.contract.ts";
import { removalContract } from "./verification/removal.contract.ts";

const resident: NewResident = {
  userId: "user_1",
  email: personal.email,
  firstName: "Asha",
  lastName: "Raghunathan",
  unitId: "unit_4B",
};
const someone = { name: "Maria", email: "maria@example.com" };
const events = { emit: [userRegistered.create(resident)] };

/** What every store of the tenant association does, whatever database is behind it. */
export function tenOceanContract(database: string, bench: TenOceanBench): void {
  const { units, residents, verifications, admins } = bench.stores;

  describe(`10 Ocean in ${database}`, () => {
    beforeEach(async () => {
      await bench.reset();
      await units.add({ unitId: "unit_4B", label: "4B", floor: 4 });
      await units.add({ unitId: "unit_2A", label: "2A", floor: 2 });
    });

    it("units come by floor, and are added once", async () => {
      expect((await units.list()).map(({ label }) => label)).toEqual(["2A", "4B"]);
      expect(await units.add({ unitId: "unit_2A", label: "2Z", floor: 9 })).toBe(false);
    });

    it("a resident registers with an event; the same again changes and emits nothing", async () => {
      const registered = await residents.register(resident, events);
      expect(registered).toMatchObject({ ...resident, status: "pending" });
      expect(await residents.register({ ...resident, firstName: "Other" }, events)).toEqual(registered);
      expect(await residents.get("user_1")).toEqual(registered);
      expect((await bench.emitted()).map(({ id }) => id)).toEqual(["user/registered:user_1"]);
    });

    it("registering at once from two tabs is one registration", async () => {
      const all = await Promise.all([1, 2, 3].map(() => residents.register(resident, events)));
      expect(new Set(all.map(({ registeredAt }) => registeredAt)).size).toBe(1);
      expect(await bench.emitted()).toHaveLength(1);
    });

    it("a taken email or an unknown unit is refused, and nothing is written or emitted", async () => {
      await residents.register(resident, { emit: [] });
      const other = { ...resident, userId: "user_2", email: personal.email.toUpperCase() };
      expect(await failureOf(residents.register(other, events))).toBeInstanceOf(EmailTakenError);
      const homeless = { ...resident, userId: "user_3", email: "new@example.com", unitId: "unit_9Z" };
      expect(await failureOf(residents.register(homeless, events))).toBeInstanceOf(UnknownUnitError);
      expect(await residents.get("user_2")).toBeUndefined();
      expect(await residents.get("user_3")).toBeUndefined();
      expect(await bench.emitted()).toEqual([]);
    });

    it("a verification is opened once and waits in the queue", async () => {
      const { unitId: _, ...without } = resident;
      await residents.register(without, { emit: [] });
      const opened = await verifications.open("user_1");
      expect(opened).toMatchObject({ userId: "user_1", status: "pending" });
      expect(await verifications.open("user_1")).toEqual(opened);
      expect(await verifications.get("user_1")).toEqual(opened);
      expect(await verifications.listPending()).toEqual([opened]);
      expect(await failureOf(verifications.open("user_9"))).toBeInstanceOf(UnknownResidentError);
      expect(await verifications.get("user_9")).toBeUndefined();
    });

    it("a unit's verifications go to the admins and the captains of its floor", async () => {
      await admins.add({ ...someone, adminId: "admin_1", role: "admin", phone: "+12125550110" });
      await admins.add({ ...someone, adminId: "admin_2", role: "floor-captain", floor: 4 });
      await admins.add({ ...someone, adminId: "admin_3", role: "floor-captain", floor: 2 });
      const ids = async (options?: { unitId?: string }) =>
        (await admins.list(options)).map(({ adminId }) => adminId);
      expect(await ids()).toEqual(["admin_1", "admin_2", "admin_3"]);
      expect(await ids({ unitId: "unit_4B" })).toEqual(["admin_1", "admin_2"]);
      expect(await ids({ unitId: "unit_none" })).toEqual(["admin_1"]);
    });

    it("an admin is found by id, and everyone with an address by it", async () => {
      const captain: Admin = { ...someone, adminId: "admin_2", role: "floor-captain", floor: 4 };
      const admin: Admin = { ...someone, email: "MARIA@example.com", adminId: "admin_1", role: "admin" };
      await admins.add(captain);
      await admins.add(admin);
      expect(await admins.get("admin_2")).toEqual(captain);
      expect(await admins.get("admin_9")).toBeUndefined();
      expect(await admins.findByEmail("Maria@example.com")).toEqual([admin, captain]);
      expect(await admins.findByEmail("nobody@example.com")).toEqual([]);
    });

    describe("registrations", () => registrationContract(bench));
    describe("residents", () => residentContract(bench));
    describe("verifications that begin anew", () => verificationContract(bench));
    describe("removed residents", () => removalContract(bench));
    describe("new addresses", () => emailChangeContract(bench));
    describe("community events", () => communityContract(bench));
    describe("answers to invitations", () => rsvpContract(bench));
    describe("announcements", () => announcementContract(bench));
    describe("maintenance requests", () => maintenanceContract(bench));
    describe("forum", () => forumContract(bench));
    describe("reading the forum", () => forumReadingContract(bench));
    describe("telling of posts", () => forumTellingContract(bench));
    describe("digests", () => digestContract(bench));
    describe("preferences", () => preferenceContract(bench));
    describe("notifications", () => notificationContract(bench));
  });
}
