import { expect, it } from "vitest";
import type { StoreBench } from "../contract/bench.ts";

export function staffContract(bench: () => StoreBench): void {
  const divya = { staffId: "admin_2", name: "Divya", email: "divya@mohallamart.example" };
  const arjun = { staffId: "admin_1", name: "Arjun", email: "arjun@mohallamart.example" };

  it("members are listed by id and found by id or email", async () => {
    const { staff } = bench().stores;
    expect(await staff.add({ ...divya, email: "Divya@MohallaMart.example" })).toBe(true);
    expect(await staff.add(arjun)).toBe(true);
    expect(await staff.list()).toEqual([arjun, divya]);
    expect(await staff.get("admin_2")).toEqual(divya);
    expect(await staff.findByEmail("DIVYA@mohallamart.example")).toEqual(divya);
    expect(await staff.get("admin_9")).toBeUndefined();
    expect(await staff.findByEmail("nobody@mohallamart.example")).toBeUndefined();
  });

  it("an id or an email that exists stays with its member", async () => {
    const { staff } = bench().stores;
    await staff.add(divya);
    expect(await staff.add({ ...arjun, staffId: divya.staffId })).toBe(false);
    expect(await staff.add({ ...arjun, email: "DIVYA@mohallamart.example" })).toBe(false);
    expect(await staff.list()).toEqual([divya]);
  });
}
