import { expect, it } from "vitest";
import { customer, emittedNames, marked, type StoreBench } from "../contract/bench.ts";

/** Nobody has applied to open a shop before the address is proven. */
export function receivedApplicationContract(bench: () => StoreBench): void {
  const filledIn = (n: number, changes = {}) => ({
    shopkeeperId: `sk_${n}`,
    shopName: "Tiffin Room",
    area: "Indiranagar, Bengaluru",
    description: "Idli.",
    name: "Meena",
    email: `meena${n}@example.com`,
    phone: "+919845000003",
    token: `secret-${n}`,
    ...changes,
  });
  const hold = (n: number, changes = {}) =>
    bench().stores.receivedApplications.hold(filledIn(n, changes), marked(`received ${n}`));

  it("one is kept once, and found by its id and its link until it is discarded", async () => {
    const { receivedApplications, shopkeepers } = bench().stores;
    expect([await hold(1), await hold(1)]).toEqual([true, false]);
    const kept = { ...filledIn(1), expiresAt: expect.any(String) };
    expect(await receivedApplications.get("sk_1")).toEqual(kept);
    expect(await receivedApplications.findByToken("secret-1")).toEqual(kept);
    expect(await shopkeepers.get("sk_1")).toBeUndefined();
    await receivedApplications.discard("sk_1");
    expect(await receivedApplications.findByToken("secret-1")).toBeUndefined();
    expect(await emittedNames(bench())).toEqual(["received 1"]);
  });

  it("one of somebody who has applied already is not kept", async () => {
    const { shopkeepers } = bench().stores;
    await shopkeepers.add({ shopkeeperId: "sk_1", shopId: "shop_1", name: "K", email: "k@example.com" });
    expect(await hold(1)).toBe(false);
    expect(await emittedNames(bench())).toEqual([]);
  });

  it("those of one address are counted, in the order in which they came", async () => {
    const { receivedApplications } = bench().stores;
    for (const n of [1, 2, 3]) await hold(n, { email: "MEENA@example.com" });
    await hold(4);
    const counts = [1, 2, 3, 4, 5].map((n) => receivedApplications.countOfAddress(`sk_${n}`));
    expect(await Promise.all(counts)).toEqual([1, 2, 3, 1, 0]);
  });

  it("one goes with the account of its address", async () => {
    const { users, receivedApplications } = bench().stores;
    await users.add(customer);
    await hold(1, { email: customer.email });
    await users.close(customer.userId, { emit: [] });
    expect(await receivedApplications.get("sk_1")).toBeUndefined();
  });
}
