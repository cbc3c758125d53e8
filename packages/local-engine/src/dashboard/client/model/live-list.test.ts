import { describe, expect, it } from "vitest";
import { appendOlder, mergeNewest, patchRows } from "./live-list.ts";

const rowsOf = (...ids: string[]) => ids.map((id) => ({ id, version: 1 }));
const idsOf = ({ rows }: { rows: { id: string }[] }) => rows.map(({ id }) => id).join("");

describe("mergeNewest", () => {
  it("puts new rows in front and keeps the older pages", () => {
    const current = { rows: rowsOf("e", "d", "c", "b", "a"), more: false };
    const merged = mergeNewest(current, { rows: rowsOf("f", "e", "d"), more: true });
    expect(idsOf(merged)).toBe("fedcba");
    expect(merged.more).toBe(false);
  });

  it("drops rows of the first page that a filter no longer accepts", () => {
    const current = { rows: rowsOf("e", "d", "c", "b"), more: true };
    expect(idsOf(mergeNewest(current, { rows: rowsOf("e", "c"), more: true }))).toBe("ecb");
  });

  it("starts anew when more came in than a page holds, rather than hiding a gap", () => {
    const current = { rows: rowsOf("b", "a"), more: false };
    const newest = { rows: rowsOf("z", "y", "x"), more: true };
    expect(mergeNewest(current, newest)).toEqual(newest);
  });

  it("is the page itself when that is everything", () => {
    const current = { rows: rowsOf("b", "a"), more: false };
    expect(idsOf(mergeNewest(current, { rows: rowsOf("b"), more: false }))).toBe("b");
  });
});

it("appends an older page without repeating a row", () => {
  const older = appendOlder({ rows: rowsOf("d", "c"), more: true }, { rows: rowsOf("c", "b"), more: false });
  expect(idsOf(older)).toBe("dcb");
  expect(older.more).toBe(false);
});

it("patches rows in place and drops what is no longer accepted", () => {
  const changed = [
    { id: "c", version: 2 },
    { id: "b", version: 3 },
  ];
  const patched = patchRows(
    { rows: rowsOf("c", "b", "a"), more: true },
    changed,
    ({ version }) => version < 3,
  );
  expect(patched.rows).toEqual([
    { id: "c", version: 2 },
    { id: "a", version: 1 },
  ]);
});
