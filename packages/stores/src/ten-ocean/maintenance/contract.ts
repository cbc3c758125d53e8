import { failureOf } from "@org/integrations/contracts";
import { beforeEach, describe, expect, it } from "vitest";
import { emittedNames, marked, registerResidents, type TenOceanBench } from "../contract/bench.ts";
import type { MaintenanceChange } from "../port.ts";
import { UnknownResidentError, UnknownUnitError } from "../verification/errors.ts";
import { acts, leak } from "./acts.contract.ts";
import {
  RequestClosedError,
  RequestNotResolvedError,
  RequestResolvedError,
  UnknownRequestError,
} from "./errors.ts";
import { escalationContract, listContract } from "./lists.contract.ts";

export function maintenanceContract(bench: TenOceanBench): void {
  describe("reported and worked on", () => workContract(bench));
  describe("resolved, opened again and closed", () => endContract(bench));
  describe("found", () => listContract(bench));
  describe("waiting", () => escalationContract(bench));
}

function workContract(bench: TenOceanBench): void {
  const { maintenance, create, assign, update, comment, resolve, kinds } = acts(bench);

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
    expect(await kinds()).toEqual(["created"]);
  });

  it("each gets the next number, by which it is found", async () => {
    await create();
    await create({ requestId: "req_2", unitId: undefined, area: "Lobby" });
    const [first, second] = [await maintenance.get("req_1"), await maintenance.get("req_2")];
    expect(first?.number).toBeGreaterThan(1_000);
    expect(second).toMatchObject({ unitId: undefined, area: "Lobby" });
    expect(Number(second?.number) - Number(first?.number)).toBeGreaterThan(0);
    expect(await maintenance.findByNumber(Number(second?.number))).toEqual(second);
    expect(await maintenance.findByNumber(1)).toBeUndefined();
  });

  it("it is in a unit or in an area, never in both or nowhere", async () => {
    for (const place of [{ area: "Lobby" }, { unitId: undefined }])
      await expect(create({ requestId: "req_2", ...place })).rejects.toThrow();
    expect(await maintenance.get("req_2")).toBeUndefined();
  });

  it("it is assigned, changed and resolved, each once", async () => {
    await create();
    const changes: MaintenanceChange[] = [];
    const emit = (change: MaintenanceChange) => {
      changes.push(change);
      return marked("assigned").emit;
    };
    await maintenance.assign("req_1", { assigneeId: "admin_1", by: "admin_1" }, { emit });
    expect(changes.map(({ before, after }) => [before.assigneeId, after.assigneeId])).toEqual([
      [undefined, "admin_1"],
    ]);
    await assign();
    const scheduledFor = "2026-11-10T09:00:00.000Z";
    const after = await update({ status: "in-progress", scheduledFor });
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

  it("its history says who did what, in order, and what it became", async () => {
    await create();
    await assign();
    await update({ priority: "high", scheduledFor: "2026-11-10T09:00:00.000Z" });
    await update({ scheduledFor: null });
    await comment("entry_c1");
    expect([await comment("entry_c1"), await comment("entry_c2", "And worse.")]).toEqual([false, true]);
    const history = await maintenance.history("req_1");
    expect(history).toMatchObject([
      { kind: "created", by: "user_1", priority: "normal", at: expect.stringMatching(/Z$/) },
      { kind: "assigned", by: "admin_1", assigneeId: "admin_1" },
      { kind: "changed", priority: "high", scheduledFor: "2026-11-10T09:00:00.000Z", status: undefined },
      { kind: "unscheduled", by: "admin_1" },
      { kind: "commented", entryId: "entry_c1", by: "user_1", text: "It got worse." },
      { kind: "commented", text: "And worse." },
    ]);
    expect(new Set(history.map(({ entryId }) => entryId)).size).toBe(6);
    expect(await maintenance.get("req_1")).toMatchObject({ scheduledFor: undefined });
    expect(await maintenance.history("req_9")).toEqual([]);
  });

  it("an unknown request is an error that says so", async () => {
    await registerResidents(bench, 1);
    const attempts = [
      () => update({ status: "open" }),
      () => resolve(),
      () => assign(),
      () => comment("entry_1"),
    ];
    for (const attempt of attempts) expect(await failureOf(attempt())).toBeInstanceOf(UnknownRequestError);
  });
}

function endContract(bench: TenOceanBench): void {
  const { maintenance, create, assign, update, comment, resolve, kinds, reopen, confirm, withdraw, lapse } =
    acts(bench);
  const latestResolution = async () =>
    (await maintenance.history("req_1")).findLast(({ kind }) => kind === "resolved")?.entryId ?? "";

  beforeEach(async () => {
    await create();
  });

  it("a resolved request is changed only by opening it again", async () => {
    await resolve();
    const changes = [() => update({ priority: "urgent" }), () => update({ status: "open" })];
    for (const attempt of [...changes, () => assign(), withdraw])
      expect(await failureOf(attempt())).toBeInstanceOf(RequestResolvedError);
    expect([await reopen(), await reopen()]).toEqual([true, false]);
    expect(await maintenance.get("req_1")).toMatchObject({
      ...{ status: "open", resolvedAt: undefined, resolvedBy: undefined, resolution: undefined },
    });
    expect(await failureOf(reopen("entry_other"))).toBeInstanceOf(RequestNotResolvedError);
    expect(await resolve()).toBe(true);
    expect(await kinds()).toEqual(["created", "resolved", "reopened", "resolved"]);
  });

  it("its tenant confirms it once, and then nothing changes any more", async () => {
    expect(await failureOf(confirm())).toBeInstanceOf(RequestNotResolvedError);
    await resolve("New washer.");
    expect([await confirm(), await confirm()]).toEqual([true, false]);
    expect(await maintenance.get("req_1")).toMatchObject({
      ...{ status: "closed", closure: "confirmed", resolution: "New washer." },
      closedAt: expect.stringMatching(/Z$/),
    });
    const changes = [() => update({ priority: "low" }), () => assign(), () => comment("entry_1")];
    for (const attempt of [...changes, () => resolve(), () => reopen(), withdraw])
      expect(await failureOf(attempt())).toBeInstanceOf(RequestClosedError);
    expect(await emittedNames(bench)).toEqual(["created", "resolved", "confirmed"]);
  });

  it("it is withdrawn once", async () => {
    expect([await withdraw(), await withdraw()]).toEqual([true, false]);
    expect(await maintenance.get("req_1")).toMatchObject({ status: "closed", closure: "withdrawn" });
    expect(await failureOf(confirm())).toBeInstanceOf(RequestClosedError);
    expect(await emittedNames(bench)).toEqual(["created", "withdrawn"]);
  });

  it("it lapses once, and only for the resolution that still counts", async () => {
    await resolve();
    const first = await latestResolution();
    await reopen();
    expect(await lapse(first)).toBe(false);
    await resolve();
    expect(await lapse(first)).toBe(false);
    const second = await latestResolution();
    expect([await lapse(second), await lapse(second)]).toEqual([true, false]);
    expect(await maintenance.get("req_1")).toMatchObject({ status: "closed", closure: "lapsed" });
    expect((await maintenance.history("req_1")).at(-1)).toMatchObject({ kind: "lapsed", by: undefined });
  });

  it("of confirming and opening again at once, one counts", async () => {
    await resolve();
    const outcomes = await Promise.allSettled([confirm(), reopen()]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await emittedNames(bench)).toHaveLength(3);
  });
}
