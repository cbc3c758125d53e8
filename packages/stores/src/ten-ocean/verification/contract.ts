import { failureOf } from "@org/integrations/contracts";
import { expect, it } from "vitest";
import { emittedNames, marked, registerResidents, resident, type TenOceanBench } from "../contract/bench.ts";
import type { StandingChange } from "../port.ts";
import { EmailTakenError, UnknownResidentError, UnknownUnitError } from "./errors.ts";

export function residentContract(bench: TenOceanBench): void {
  const { residents, verifications } = bench.stores;

  it("a registration is decided once, by one of two admins at once", async () => {
    await registerResidents(bench, 1);
    await verifications.open("user_1");
    const decisions = await Promise.all([
      verifications.decide("user_1", { status: "verified", decidedBy: "admin_1" }, marked("user/verified")),
      verifications.decide(
        "user_1",
        { status: "rejected", decidedBy: "admin_2", reason: "No." },
        marked("user/rejected"),
      ),
    ]);
    expect(decisions.toSorted()).toEqual([false, true]);
    const [status, decidedBy] = decisions[0] ? ["verified", "admin_1"] : ["rejected", "admin_2"];
    expect(await verifications.get("user_1")).toMatchObject({ status, decidedBy });
    expect(await residents.get("user_1")).toMatchObject({ status, standing: "pending" });
    expect(await verifications.listPending()).toEqual([]);
    expect(await emittedNames(bench)).toEqual([`user/${status}`]);
  });

  it("a registration that was not opened cannot be decided", async () => {
    await registerResidents(bench, 1);
    const decision = verifications.decide(
      "user_1",
      { status: "verified", decidedBy: "admin_1" },
      marked("x"),
    );
    expect(await failureOf(decision)).toBeInstanceOf(UnknownResidentError);
  });

  it("a change of standing tells from what to what, once", async () => {
    await registerResidents(bench, 1);
    const events = {
      emit: ({ from, to }: StandingChange) => [{ name: `${from} to ${to}`, v: "1", data: {} }],
    };
    expect(await residents.changeStanding("user_1", "resident", events)).toBe(true);
    expect(await residents.changeStanding("user_1", "resident", events)).toBe(false);
    expect(await residents.changeStanding("user_1", "alumni", events)).toBe(true);
    expect(await emittedNames(bench)).toEqual(["pending to resident", "resident to alumni"]);
    expect(await failureOf(residents.changeStanding("user_9", "alumni", events))).toBeInstanceOf(
      UnknownResidentError,
    );
  });

  it("residents are listed by standing, in pages", async () => {
    await registerResidents(bench, 4);
    for (const n of [1, 2, 4]) await residents.changeStanding(`user_${n}`, "resident", { emit: [] });
    const ids = async (...options: Parameters<typeof residents.list>) =>
      (await residents.list(...options)).map(({ userId }) => userId);
    expect(await ids({ standing: "resident", limit: 2 })).toEqual(["user_1", "user_2"]);
    expect(await ids({ standing: "resident", after: "user_2" })).toEqual(["user_4"]);
    expect(await ids()).toHaveLength(4);
  });

  it("a profile change is emitted once; a taken email or an unknown unit is refused", async () => {
    await registerResidents(bench, 2);
    const update = (changes: Parameters<typeof residents.update>[1]) =>
      residents.update("user_1", changes, marked("user/profile.updated"));
    const changed = await update({ phone: "+12125550199", email: "New@example.com" });
    expect(changed).toMatchObject({ phone: "+12125550199", email: "new@example.com", firstName: "Resident" });
    expect(await update({ phone: "+12125550199", firstName: undefined })).toEqual(changed);
    expect(await residents.get("user_1")).toEqual(changed);
    expect(await residents.findByEmail("NEW@example.com")).toEqual(changed);
    expect(await residents.findByEmail(resident(1).email)).toBeUndefined();
    expect(await failureOf(update({ email: resident(2).email }))).toBeInstanceOf(EmailTakenError);
    expect(await failureOf(update({ unitId: "unit_9Z" }))).toBeInstanceOf(UnknownUnitError);
    expect(await emittedNames(bench)).toEqual(["user/profile.updated"]);
    expect(await failureOf(residents.update("user_9", {}, marked("x")))).toBeInstanceOf(UnknownResidentError);
  });
}
