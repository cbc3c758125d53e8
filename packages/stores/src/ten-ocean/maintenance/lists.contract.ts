import { beforeEach, expect, it } from "vitest";
import { emittedNames, registerResidents, type TenOceanBench } from "../contract/bench.ts";
import { acts, quiet } from "./acts.contract.ts";

export function listContract(bench: TenOceanBench): void {
  const { maintenance, create } = acts(bench);
  const ids = async (...filter: Parameters<typeof maintenance.list>) =>
    (await maintenance.list(...filter)).map(({ requestId }) => requestId);

  beforeEach(async () => {
    await create();
    await create({ requestId: "req_2", priority: "urgent" });
    await create({ requestId: "req_3" });
    await create({ requestId: "req_4", priority: "low" });
    await maintenance.assign("req_3", { assigneeId: "admin_1", by: "admin_1" }, quiet);
    await maintenance.resolve("req_4", { resolvedBy: "admin_1" }, quiet);
  });

  it("the most urgent come first, then the oldest", async () => {
    expect(await ids()).toEqual(["req_2", "req_1", "req_3", "req_4"]);
    expect(await ids({ status: "open", limit: 2 })).toEqual(["req_2", "req_1"]);
    expect(await ids({ assigneeId: "admin_1" })).toEqual(["req_3"]);
  });

  it("page by page, in either order", async () => {
    expect(await ids({ after: "req_2", limit: 2 })).toEqual(["req_1", "req_3"]);
    expect(await ids({ after: "req_4" })).toEqual([]);
    expect(await ids({ order: "newest", limit: 2 })).toEqual(["req_4", "req_3"]);
    expect(await ids({ order: "newest", after: "req_3" })).toEqual(["req_2", "req_1"]);
  });

  it("by whose they are, who is in charge, where, and what a floor's captain sees", async () => {
    await registerResidents(bench, 2);
    await create({ requestId: "req_5", userId: "user_2", unitId: "unit_2A" });
    await create({ requestId: "req_6", userId: "user_2", unitId: undefined, area: "Lobby" });
    expect(await ids({ userId: "user_2" })).toEqual(["req_5", "req_6"]);
    expect(await ids({ unassigned: true, status: "open", priority: "normal" })).toEqual([
      ...["req_1", "req_5", "req_6"],
    ]);
    expect(await ids({ commonAreas: true })).toEqual(["req_6"]);
    expect(await ids({ seenBy: { floor: 2, memberId: "admin_1" } })).toEqual(["req_3", "req_5"]);
  });
}

export function escalationContract(bench: TenOceanBench): void {
  const { maintenance, create, assign, update, resolve, reopen, withdraw, kinds } = acts(bench);
  const entry = async (kind: string) =>
    (await maintenance.history("req_1")).findLast((each) => each.kind === kind)?.entryId ?? "";
  const escalate = async (since: string, urgent = false) => maintenance.escalate("req_1", { since, urgent });

  it("the board hears of one that nobody took, once for each wait", async () => {
    await create();
    const created = await entry("created");
    expect([await escalate(created), await escalate(created)]).toEqual([true, true]);
    expect(await kinds()).toEqual(["created", "escalated"]);
    await update({ priority: "urgent" });
    const urgent = await entry("changed");
    expect([await escalate(urgent, true), await escalate(created)]).toEqual([true, false]);
    expect(await emittedNames(bench)).toEqual(["created", "updated"]);
  });

  it.each([
    ["somebody took", () => assign()],
    ["somebody works on", () => update({ status: "in-progress" })],
    ["was resolved", () => resolve()],
    ["was withdrawn", () => withdraw()],
  ])("not of one that %s", async (_what, act) => {
    await create();
    await act();
    expect(await escalate(await entry("created"))).toBe(false);
    expect(await kinds()).not.toContain("escalated");
  });

  it("an urgent wait ends when it is no longer urgent, and begins anew when it is again", async () => {
    await create({ priority: "urgent" });
    const created = await entry("created");
    await update({ priority: "low" });
    expect(await escalate(created, true)).toBe(false);
    await update({ priority: "urgent" });
    expect(await escalate(created, true)).toBe(false);
    expect(await escalate(await entry("changed"), true)).toBe(true);
  });

  it("one that is opened again waits from then on", async () => {
    await create();
    const created = await entry("created");
    await resolve();
    await reopen();
    expect(await escalate(created)).toBe(false);
    expect(await escalate(await entry("reopened"))).toBe(true);
  });
}
