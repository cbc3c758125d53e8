import { failureOf } from "@org/integrations/contracts";
import { expect, it } from "vitest";
import { emittedNames, marked, registerResidents, resident, type TenOceanBench } from "../contract/bench.ts";
import { EmailTakenError, ResidentRemovedError, UnknownUnitError } from "./errors.ts";

const quiet = { emit: [] };
const table = "ten_ocean.registrations";

/** Nobody is registered before the address is proven. */
export function registrationContract(bench: TenOceanBench): void {
  const { residents, registrations } = bench.stores;
  const filledIn = (n: number, changes = {}) => ({ ...resident(n), token: `secret-${n}`, ...changes });
  const hold = (n: number, changes = {}) =>
    registrations.hold(filledIn(n, changes), marked(`requested ${n}`));
  const prove = (n: number) => registrations.prove(`secret-${n}`, marked(`registered ${n}`));
  const removeExpired = (limit?: number) =>
    registrations.removeExpired({ unusedSince: new Date().toISOString(), limit });

  it("one is kept once, takes no address, and is a resident when its link is followed, once", async () => {
    expect([await hold(1), await hold(1)]).toEqual([true, false]);
    expect(await registrations.get("user_1")).toMatchObject({
      ...filledIn(1),
      expiresAt: expect.any(String),
    });
    expect(await registrations.findByToken("secret-1")).toMatchObject({ userId: "user_1" });
    expect(await residents.findByEmail(resident(1).email)).toBeUndefined();
    expect(await prove(1)).toMatchObject({ ...resident(1), status: "pending" });
    expect(await residents.get("user_1")).toMatchObject(resident(1));
    expect([await prove(1), await registrations.findByToken("secret-1")]).toEqual([undefined, undefined]);
    expect(await hold(1, { token: "another" })).toBe(false);
    expect(await emittedNames(bench)).toEqual(["requested 1", "registered 1"]);
  });

  it("one with a known address is kept as any other, and changes nothing of it", async () => {
    await registerResidents(bench, 1);
    expect(await hold(2, { email: resident(1).email.toUpperCase() })).toBe(true);
    expect(await failureOf(prove(2))).toBeInstanceOf(EmailTakenError);
    expect([await prove(2), await residents.get("user_2")]).toEqual([undefined, undefined]);
    expect(await residents.get("user_1")).toMatchObject(resident(1));
    expect(await emittedNames(bench)).toEqual(["requested 2"]);
  });

  it("of several with one address the one that is proven counts, and the others are gone", async () => {
    const { email } = resident(1);
    for (const n of [1, 2, 3]) await hold(n, { email });
    expect(await Promise.all([1, 2, 3].map((n) => registrations.countOfAddress(`user_${n}`)))).toEqual([
      1, 2, 3,
    ]);
    const outcomes = await Promise.all([prove(2), prove(2)]);
    expect(outcomes.filter((outcome) => outcome !== undefined)).toMatchObject([{ userId: "user_2" }]);
    expect([await prove(1), await prove(3)]).toEqual([undefined, undefined]);
    expect(await residents.findByEmail(email)).toMatchObject({ userId: "user_2" });
  });

  it("of two with one address that are proven at once one is a resident", async () => {
    const { email } = resident(1);
    for (const n of [1, 2]) await hold(n, { email });
    await Promise.allSettled([prove(1), prove(2)]);
    const registered = await Promise.all(["user_1", "user_2"].map((userId) => residents.get(userId)));
    expect(registered.filter((one) => one !== undefined)).toHaveLength(1);
    expect(await emittedNames(bench)).toHaveLength(3);
  });

  it("one for a unit that is not there, or with the id of a removed account, is refused", async () => {
    await registerResidents(bench, 1);
    await residents.close("user_1", quiet);
    expect(await failureOf(hold(2, { unitId: "unit_9Z" }))).toBeInstanceOf(UnknownUnitError);
    expect(await failureOf(hold(1))).toBeInstanceOf(ResidentRemovedError);
    expect(await emittedNames(bench)).toEqual([]);
  });

  it("one is no good after a day, and is then removed in batches", async () => {
    for (const n of [1, 2, 3]) await hold(n);
    expect(await removeExpired()).toBe(0);
    await bench.passTime(table, "expires_at", "1 day");
    expect(await registrations.get("user_1")).toBeUndefined();
    expect([await registrations.findByToken("secret-1"), await prove(1)]).toEqual([undefined, undefined]);
    expect(await registrations.countOfAddress("user_1")).toBe(0);
    expect([await removeExpired(2), await removeExpired(2), await removeExpired(2)]).toEqual([2, 1, 0]);
    expect(await hold(1)).toBe(true);
  });

  it("one is forgotten when it is discarded, and with the account of its address", async () => {
    await hold(1);
    await registrations.discard("user_1");
    expect(await registrations.get("user_1")).toBeUndefined();
    await registerResidents(bench, 2);
    await hold(3, { email: resident(2).email });
    await residents.close("user_2", quiet);
    expect(await registrations.get("user_3")).toBeUndefined();
  });
}
