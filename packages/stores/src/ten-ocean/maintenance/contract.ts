import { failureOf } from "@org/integrations/contracts";
import { expect, it } from "vitest";
import { emittedNames, marked, registerResidents, type TenOceanBench } from "../contract/bench.ts";
import type { MaintenanceChanges, NewMaintenanceRequest } from "../port.ts";
import { UnknownResidentError, UnknownUnitError } from "../verification/errors.ts";
import { RequestResolvedError, UnknownRequestError } from "./errors.ts";

export function maintenanceContract(bench: TenOceanBench): void {
  const { maintenance } = bench.stores;
  const leak: NewMaintenanceRequest = {
    requestId: "req_1",
    userId: "user_1",
    unitId: "unit_4B",
    category: "plumbing",
    priority: "normal",
    description: "The tap drips.",
  };
  const create = async (changes: Partial<NewMaintenanceRequest> = {}) => {
    await bench.stores.residents.register(
      { userId: "user_1", email: "one@example.com", firstName: "A", lastName: "B" },
      { emit: [] },
    );
    return await maintenance.create({ ...leak, ...changes }, marked("created"));
  };
  const update = (changes: MaintenanceChanges) => maintenance.update("req_1", changes, marked("updated"));
  const resolve = (resolution?: string) =>
    maintenance.resolve("req_1", { resolvedBy: "admin_1", resolution }, marked("resolved"));

  it("a request is created once, for a resident and a unit that exist", async () => {
    expect([await create(), await create({ description: "Other" })]).toEqual([true, false]);
    expect(await maintenance.get("req_1")).toMatchObject({ ...leak, status: "open", assigneeId: undefined });
    expect(await maintenance.get("req_9")).toBeUndefined();
    expect(await failureOf(create({ requestId: "req_2", userId: "user_9" }))).toBeInstanceOf(
      UnknownResidentError,
    );
    expect(await failureOf(create({ requestId: "req_2", unitId: "unit_9Z" }))).toBeInstanceOf(
      UnknownUnitError,
    );
    expect(await emittedNames(bench)).toEqual(["created"]);
  });

  it("it is assigned, changed and resolved, each once", async () => {
    await create();
    const assigned = await maintenance.assign("req_1", "admin_1", marked("assigned"));
    expect([assigned.before.assigneeId, assigned.after.assigneeId]).toEqual([undefined, "admin_1"]);
    await maintenance.assign("req_1", "admin_1", marked("assigned"));
    const scheduledFor = "2026-11-10T09:00:00.000Z";
    const { after } = await update({ status: "in-progress", scheduledFor });
    expect(after).toMatchObject({ status: "in-progress", scheduledFor, priority: "normal" });
    await update({ status: "in-progress", scheduledFor, priority: undefined });
    expect([await resolve("New washer."), await resolve("Again.")]).toEqual([true, false]);
    expect(await maintenance.get("req_1")).toMatchObject({
      status: "resolved",
      resolvedBy: "admin_1",
      resolution: "New washer.",
      resolvedAt: expect.stringMatching(/Z$/),
    });
    expect(await emittedNames(bench)).toEqual(["created", "assigned", "updated", "resolved"]);
  });

  it("a resolved request is changed only by opening it again", async () => {
    await create();
    await resolve();
    expect(await failureOf(update({ priority: "urgent" }))).toBeInstanceOf(RequestResolvedError);
    const assignment = maintenance.assign("req_1", "admin_1", marked("assigned"));
    expect(await failureOf(assignment)).toBeInstanceOf(RequestResolvedError);
    const { after } = await update({ status: "open" });
    expect(after).toMatchObject({ status: "open", resolvedAt: undefined, resolvedBy: undefined });
    expect(await resolve()).toBe(true);
  });

  it("the most urgent come first, then the oldest", async () => {
    await create();
    await create({ requestId: "req_2", priority: "urgent" });
    await create({ requestId: "req_3" });
    await create({ requestId: "req_4", priority: "low" });
    await maintenance.assign("req_3", "admin_1", { emit: [] });
    await maintenance.resolve("req_4", { resolvedBy: "admin_1" }, { emit: [] });
    const ids = async (...options: Parameters<typeof maintenance.list>) =>
      (await maintenance.list(...options)).map(({ requestId }) => requestId);
    expect(await ids()).toEqual(["req_2", "req_1", "req_3", "req_4"]);
    expect(await ids({ status: "open", limit: 2 })).toEqual(["req_2", "req_1"]);
    expect(await ids({ assigneeId: "admin_1" })).toEqual(["req_3"]);
  });

  it("an unknown request is an error that says so", async () => {
    await registerResidents(bench, 1);
    expect(await failureOf(update({}))).toBeInstanceOf(UnknownRequestError);
    expect(await failureOf(resolve())).toBeInstanceOf(UnknownRequestError);
    expect(await failureOf(maintenance.assign("req_1", "admin_1", marked("x")))).toBeInstanceOf(
      UnknownRequestError,
    );
  });
}
