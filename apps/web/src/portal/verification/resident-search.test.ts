import { expect, it } from "vitest";
import { queryOf, readResidentView, searchOf } from "./resident-search.ts";

const nothing = { text: "", standing: undefined, unitId: "", page: 1 };

it.each([
  [{}, nothing],
  [
    { q: " maya ", standing: "alumni", unit: "unit_4B", page: "3" },
    { text: "maya", standing: "alumni", unitId: "unit_4B", page: 3 },
  ],
  [{ q: "\0", unit: "\0" }, nothing],
  [{ q: ["a", "b"], standing: "king", unit: ["x"], page: "-1" }, nothing],
  [
    { q: "x".repeat(300), page: "1e9" },
    { ...nothing, text: "x".repeat(100) },
  ],
])("%j is read", (parameters, view) => {
  expect(readResidentView(parameters)).toEqual(view);
});

it("a captain finds the people of their floor alone; an admin everybody", () => {
  const person = { id: "admin_1", name: "Maria", email: "maria@example.com" };
  expect(searchOf({ ...nothing, page: 2 }, { ...person, role: "association-admin" })).toMatchObject({
    floor: undefined,
    offset: 25,
  });
  expect(searchOf(nothing, { ...person, role: "floor-captain", floor: 4 })).toMatchObject({ floor: 4 });
});

it("another page keeps the search", () => {
  const view = readResidentView({ q: "a b", standing: "resident", unit: "unit_4B" });
  expect(queryOf(view, 2)).toBe("q=a+b&standing=resident&unit=unit_4B&page=2");
  expect(queryOf(view, 1)).not.toContain("page");
});
