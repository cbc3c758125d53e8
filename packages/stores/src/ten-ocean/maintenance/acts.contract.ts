import { marked, type TenOceanBench } from "../contract/bench.ts";
import type { MaintenanceChanges, NewMaintenanceRequest } from "../port.ts";

export const leak: NewMaintenanceRequest = {
  requestId: "req_1",
  userId: "user_1",
  unitId: "unit_4B",
  category: "plumbing",
  priority: "normal",
  description: "The tap drips.",
};
export const quiet = { emit: [] };

/** Everything that happens to one request, as a test writes it. */
export function acts({ stores: { maintenance, residents } }: TenOceanBench) {
  return {
    maintenance,
    async create(changes: Partial<NewMaintenanceRequest> = {}) {
      const one = { userId: "user_1", email: "one@example.com", firstName: "A", lastName: "B" };
      await residents.register(one, quiet);
      return await maintenance.create({ ...leak, ...changes }, marked("created"));
    },
    assign: (assigneeId = "admin_1") =>
      maintenance.assign("req_1", { assigneeId, by: "admin_1" }, marked("assigned")),
    update: (changes: MaintenanceChanges) =>
      maintenance.update("req_1", { ...changes, by: "admin_1" }, marked("updated")),
    comment: (entryId: string, text = "It got worse.") =>
      maintenance.comment("req_1", { entryId, by: "user_1", text }, marked("commented")),
    resolve: (resolution?: string) =>
      maintenance.resolve("req_1", { resolvedBy: "admin_1", resolution }, marked("resolved")),
    reopen: (entryId = "entry_again", text = "Still drips.") =>
      maintenance.reopen("req_1", { entryId, by: "user_1", text }, marked("reopened")),
    confirm: () => maintenance.confirm("req_1", { by: "user_1" }, marked("confirmed")),
    withdraw: () => maintenance.withdraw("req_1", { by: "user_1" }, marked("withdrawn")),
    lapse: (resolution: string) => maintenance.lapse("req_1", resolution, marked("lapsed")),
    kinds: async () => (await maintenance.history("req_1")).map(({ kind }) => kind),
  };
}
