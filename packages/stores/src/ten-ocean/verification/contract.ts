import { failureOf } from "@org/integrations/contracts";
import { expect, it } from "vitest";
import { emittedNames, marked, registerResidents, resident, type TenOceanBench } from "../contract/bench.ts";
import type { StandingChange, Verification } from "../port.ts";
import { EmailTakenError, NotResidentError, UnknownResidentError, UnknownUnitError } from "./errors.ts";

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

  it("a resident is found by part of a name or address, by standing and by unit, in pages", async () => {
    await registerResidents(bench, 3);
    const asha = { userId: "user_a", firstName: "Asha", lastName: "Rao", unitId: "unit_2A" };
    await residents.register({ ...asha, email: "a_rao@example.com" }, { emit: [] });
    await residents.changeStanding("user_a", "resident", { emit: [] });
    const found = async (...search: Parameters<typeof residents.search>) => {
      const { residents: page, total } = await residents.search(...search);
      return [page.map(({ userId }) => userId), total];
    };
    expect(await found({})).toEqual([["user_a", "user_1", "user_2", "user_3"], 4]);
    expect(await found({ offset: 1, limit: 2 })).toEqual([["user_1", "user_2"], 4]);
    expect(await found({ text: "sha ra" })).toEqual([["user_a"], 1]);
    expect(await found({ text: "A_RAO@" })).toEqual([["user_a"], 1]);
    expect(await found({ text: "%" })).toEqual([[], 0]);
    expect(await found({ standing: "resident" })).toEqual([["user_a"], 1]);
    expect(await found({ floor: 2 })).toEqual([["user_a"], 1]);
    expect(await found({ unitId: "unit_4B", text: "3" })).toEqual([["user_3"], 1]);
  });

  it("a number is taken away again", async () => {
    await registerResidents(bench, 1);
    await residents.update("user_1", { phone: "+12125550199" }, { emit: [] });
    const changed = await residents.update("user_1", { phone: null }, marked("user/profile.updated"));
    expect(changed.phone).toBeUndefined();
    expect(await emittedNames(bench)).toEqual(["user/profile.updated"]);
  });

  it("who was verified is admitted once, and nobody else", async () => {
    await registerResidents(bench, 1);
    const admit = () => residents.admit("user_1", marked("user/status.changed"));
    expect(await admit()).toBe(false);
    await verifications.open("user_1");
    await verifications.decide("user_1", { status: "verified", decidedBy: "admin_1" }, { emit: [] });
    expect([await admit(), await admit()]).toEqual([true, false]);
    await residents.changeStanding("user_1", "suspended", { emit: [] });
    expect(await admit()).toBe(false);
    expect(await residents.get("user_1")).toMatchObject({ standing: "suspended" });
    expect(await residents.admit("user_9", { emit: [] })).toBe(false);
    expect(await emittedNames(bench)).toEqual(["user/status.changed"]);
  });
}

/** Verifications that begin anew: after a rejection or a lapse, and for another unit. */
export function verificationContract(bench: TenOceanBench): void {
  const { residents, verifications } = bench.stores;
  const emitting = {
    emit: ({ round, purpose }: Verification) => [{ name: `${purpose} ${round}`, v: "1", data: {} }],
  };
  const decide = (status: "verified" | "rejected", round?: number) =>
    verifications.decide("user_1", { status, decidedBy: "admin_1", reason: "So.", round }, emitting);

  async function resident1(): Promise<void> {
    await registerResidents(bench, 1);
    await verifications.open("user_1");
    await verifications.decide("user_1", { status: "verified", decidedBy: "admin_1" }, { emit: [] });
    await residents.admit("user_1", { emit: [] });
  }

  it("a registration that was rejected begins again, with what is said now", async () => {
    await registerResidents(bench, 1);
    expect(await verifications.open("user_1")).toMatchObject({
      round: 1,
      purpose: "registration",
      unitId: "unit_4B",
    });
    const now = { firstName: "Other", lastName: "Name", unitId: "unit_2A" };
    expect(await verifications.reopen("user_1", now, emitting)).toBeUndefined();
    await decide("rejected");
    expect(
      await failureOf(verifications.reopen("user_1", { ...now, unitId: "unit_9Z" }, emitting)),
    ).toBeInstanceOf(UnknownUnitError);
    const reopened = await verifications.reopen("user_1", now, emitting);
    expect(reopened).toMatchObject({ round: 2, status: "pending", unitId: "unit_2A" });
    expect(await residents.get("user_1")).toMatchObject({ ...now, status: "pending" });
    expect(await verifications.open("user_1")).toEqual(reopened);
    expect(await verifications.get("user_1", 1)).toMatchObject({ status: "rejected", reason: "So." });
    expect(await verifications.listPending()).toEqual([reopened]);
    expect(await decide("verified", 1)).toBe(false);
    expect(await decide("verified", 2)).toBe(true);
    expect(await emittedNames(bench)).toEqual(["registration 1", "registration 2", "registration 2"]);
  });

  it("a registration lapses, is decided no more, and begins again", async () => {
    await registerResidents(bench, 1);
    await verifications.open("user_1");
    expect([await verifications.lapse("user_1", 2), await verifications.lapse("user_9", 1)]).toEqual([
      false,
      false,
    ]);
    expect([await verifications.lapse("user_1", 1), await verifications.lapse("user_1", 1)]).toEqual([
      true,
      false,
    ]);
    expect(await residents.get("user_1")).toMatchObject({ status: "lapsed" });
    expect(await decide("verified")).toBe(false);
    const again = await verifications.reopen("user_1", { firstName: "R", lastName: "" }, emitting);
    expect(again).toMatchObject({ round: 2, unitId: undefined });
  });

  it("of two who begin again at once, one does", async () => {
    await registerResidents(bench, 1);
    await verifications.open("user_1");
    await decide("rejected");
    const now = { firstName: "R", lastName: "" };
    const both = await Promise.all([1, 2].map(() => verifications.reopen("user_1", now, { emit: [] })));
    expect(both.filter(Boolean)).toHaveLength(1);
  });

  it("a resident keeps their unit until the new one is confirmed", async () => {
    await resident1();
    const move = await verifications.requestMove("user_1", "unit_2A", emitting);
    expect(move).toMatchObject({ round: 2, purpose: "move", unitId: "unit_2A", status: "pending" });
    expect(await verifications.requestMove("user_1", "unit_2A", emitting)).toBeUndefined();
    expect(await residents.get("user_1")).toMatchObject({ unitId: "unit_4B", status: "verified" });
    await decide("verified");
    expect(await residents.get("user_1")).toMatchObject({ unitId: "unit_2A", standing: "resident" });
    expect(await emittedNames(bench)).toEqual(["move 2", "move 2"]);
  });

  it("a resident whose new unit is rejected, lapses or is withdrawn stays where they are", async () => {
    await resident1();
    await verifications.requestMove("user_1", "unit_2A", emitting);
    await decide("rejected");
    await verifications.requestMove("user_1", "unit_2A", emitting);
    await verifications.lapse("user_1", 3);
    await verifications.requestMove("user_1", "unit_2A", emitting);
    expect(await verifications.requestMove("user_1", "unit_4B", emitting)).toBeUndefined();
    expect(await verifications.withdraw("user_1")).toBe(false);
    const rounds = await Promise.all([2, 3, 4].map((round) => verifications.get("user_1", round)));
    expect(rounds.map((each) => each?.status)).toEqual(["rejected", "lapsed", "withdrawn"]);
    expect(await residents.get("user_1")).toMatchObject({ unitId: "unit_4B", status: "verified" });
  });

  it("a newer request takes the place of one that waits, and is not decided by a look at that one", async () => {
    await resident1();
    await bench.stores.units.add({ unitId: "unit_3C", label: "3C", floor: 3 });
    await verifications.requestMove("user_1", "unit_2A", emitting);
    await verifications.requestMove("user_1", "unit_3C", emitting);
    expect(await verifications.get("user_1", 2)).toMatchObject({ status: "withdrawn" });
    expect(await decide("verified", 2)).toBe(false);
    expect(await verifications.listPending()).toEqual([
      expect.objectContaining({ round: 3, unitId: "unit_3C" }),
    ]);
  });

  it("a unit that is not there, and one who is no resident, are refused", async () => {
    await resident1();
    const move = (unitId: string) => failureOf(verifications.requestMove("user_1", unitId, emitting));
    expect(await move("unit_9Z")).toBeInstanceOf(UnknownUnitError);
    await residents.changeStanding("user_1", "alumni", { emit: [] });
    expect(await move("unit_2A")).toBeInstanceOf(NotResidentError);
    expect(await emittedNames(bench)).toEqual([]);
  });
}
