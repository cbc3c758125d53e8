import { describe, expect, it } from "vitest";
import { appendOlder, mergeNewest, patchRows } from "./live-list.ts";

const rowsOf = (...ids: string[]) => ids.map((id) => ({ id, version: 1 }));
const idsOf = ({ rows }: { rows: { id: string }[] }) => rows.map(({ id }) => id).join("");

describe("mergeNewest", () => {
  it("puts new rows in front and keeps the older pages", () => {
    const current = { rows: rowsOf("e", "d", "c", "b", "a") };
    const merged = mergeNewest(current, { rows: rowsOf("f", "e", "d"), next: "d" });
    expect(idsOf(merged)).toBe("fedcba");
    expect(merged.next).toBeUndefined();
  });

  it("drops rows of the first page that a filter no longer accepts", () => {
    const current = { rows: rowsOf("e", "d", "c", "b"), next: "b" };
    expect(mergeNewest(current, { rows: rowsOf("e", "c"), next: "c" })).toEqual({
      rows: rowsOf("e", "c", "b"),
      next: "b",
    });
  });

  it("starts anew when more came in than a page holds, rather than hiding a gap", () => {
    const current = { rows: rowsOf("b", "a") };
    const newest = { rows: rowsOf("z", "y", "x"), next: "x" };
    expect(mergeNewest(current, newest)).toEqual(newest);
  });

  it("is the page itself when that is everything", () => {
    const current = { rows: rowsOf("b", "a") };
    expect(idsOf(mergeNewest(current, { rows: rowsOf("b") }))).toBe("b");
  });

  it("goes on where a search had come to, although its newest page holds nothing", () => {
    const current = { rows: rowsOf("c"), next: "b" };
    expect(mergeNewest(current, { rows: [], next: "x" })).toEqual(current);
    expect(mergeNewest({ rows: [], next: "y" }, { rows: [], next: "x" })).toEqual({ rows: [], next: "x" });
  });
});

it("appends an older page without repeating a row", () => {
  const older = appendOlder({ rows: rowsOf("d", "c"), next: "c" }, { rows: rowsOf("c", "b") });
  expect(older).toEqual({ rows: rowsOf("d", "c", "b") });
});

it("patches rows in place and drops what is no longer accepted", () => {
  const changed = [
    { id: "c", version: 2 },
    { id: "b", version: 3 },
  ];
  const patched = patchRows(
    { rows: rowsOf("c", "b", "a"), next: "a" },
    changed,
    ({ version }) => version < 3,
  );
  expect(patched.rows).toEqual([
    { id: "c", version: 2 },
    { id: "a", version: 1 },
  ]);
});
