import { expect, it } from "vitest";
import type { Person } from "./person.ts";
import { idleSecondsOf, standingOf } from "./standing.ts";

const someone = { id: "admin_1", name: "Sam", email: "sam@example.com" };
const people: Person[] = [
  { ...someone, role: "customer" },
  { ...someone, role: "admin" },
  { ...someone, role: "shopkeeper", shopId: "shop_1" },
  { ...someone, role: "shopkeeper", shopId: "shop_2" },
  { ...someone, role: "resident" },
  { ...someone, role: "association-admin" },
  { ...someone, role: "floor-captain", floor: 4 },
  { ...someone, role: "floor-captain", floor: 5 },
];

it("is another one for whoever may do something else, and for nobody else", () => {
  expect(new Set(people.map(standingOf)).size).toBe(people.length);
  for (const person of people) {
    expect(standingOf({ ...person, name: "Samuel", email: "samuel@example.com" })).toBe(standingOf(person));
  }
});

it("lets the sessions of staff end sooner than those of others", () => {
  const hours = (role: Person["role"]) => idleSecondsOf({ role }) / 3_600;
  expect([hours("admin"), hours("association-admin"), hours("floor-captain")]).toEqual([12, 12, 12]);
  expect([hours("customer"), hours("shopkeeper"), hours("resident")]).toEqual([168, 168, 168]);
});
