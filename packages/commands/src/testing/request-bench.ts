import type { MaintenanceRequest } from "@org/stores/ten-ocean/port";
import type { PersonWith } from "../sessions/person.ts";
import { type Report, reportRequest } from "../ten-ocean/maintenance/report-request.ts";
import { newRequestId } from "../ten-ocean/maintenance/request-fields.ts";
import { testStores } from "./test-stores.ts";

const one = (id: string, floor: number) => ({ id, name: id, email: `${id}@example.com`, floor });

export const admin: PersonWith<"association-admin"> = { role: "association-admin", ...one("admin_1", 0) };
export const captain: PersonWith<"floor-captain"> = { role: "floor-captain", ...one("admin_2", 4) };
export const otherCaptain: PersonWith<"floor-captain"> = { role: "floor-captain", ...one("admin_3", 2) };
export const maya: PersonWith<"resident"> = { role: "resident", ...one("user_maya", 4) };
export const sam: PersonWith<"resident"> = { role: "resident", ...one("user_sam", 2) };
/** Has not said which unit is theirs. */
export const lee: PersonWith<"resident"> = { role: "resident", ...one("user_lee", 0) };

/** A house with people, and one request of Maya's for each test that asks. */
export async function requestBench() {
  const stores = await testStores();
  const { units, residents, admins, maintenance } = stores.tenOcean;
  await units.add({ unitId: "unit_4B", label: "4B", floor: 4 });
  await units.add({ unitId: "unit_2A", label: "2A", floor: 2 });
  for (const [{ id: userId, email }, unitId] of [
    [maya, "unit_4B"],
    [sam, "unit_2A"],
    [lee, undefined],
  ] as const) {
    await residents.register({ userId, unitId, email, firstName: userId, lastName: "" }, { emit: [] });
    await residents.changeStanding(userId, "resident", { emit: [] });
  }
  await admins.add({ adminId: admin.id, name: "Maria", email: admin.email, role: "admin" });
  for (const { id: adminId, email, floor } of [captain, otherCaptain])
    await admins.add({ adminId, name: adminId, email, role: "floor-captain", floor });

  const report = reportRequest(stores.tenOcean);
  return {
    ...stores,
    maintenance,
    entries: (changes: Partial<Report> = {}): Report => ({
      person: maya,
      requestId: newRequestId(),
      category: "plumbing",
      priority: "normal",
      place: "unit_4B",
      area: "",
      description: "The tap drips.",
      ...changes,
    }),
    report,
    /** @returns the id of a request as it was reported. */
    async reported(changes: Partial<Report> = {}): Promise<string> {
      const outcome = await report(this.entries(changes));
      if (!outcome.ok) throw new Error(outcome.message);
      return outcome.requestId;
    },
    async resolved(): Promise<string> {
      const requestId = await this.reported();
      await maintenance.resolve(requestId, { resolvedBy: admin.id, resolution: "New washer." }, { emit: [] });
      return requestId;
    },
    /** Runs the test's steps, and says which events they emitted and how the request was and is. */
    async watch(requestId: string) {
      const earlier = (await stores.emittedEvents()).length;
      const before = await maintenance.get(requestId);
      return {
        events: async () => (await stores.emittedEvents()).slice(earlier),
        /** Throws unless nothing was written and nothing emitted. */
        async untouched(): Promise<void> {
          const after: MaintenanceRequest | undefined = await maintenance.get(requestId);
          const count = (await stores.emittedEvents()).length - earlier;
          if (count > 0 || JSON.stringify(after) !== JSON.stringify(before))
            throw new Error(`The request ${requestId} was changed, or ${count} events were emitted.`);
        },
      };
    },
  };
}
