import { ulid } from "ulid";
import { expect, it } from "vitest";
import { madeAt } from "./made-at.ts";

it("tells when an id of a run was made", () => {
  expect(madeAt(ulid(1_762_000_000_123))).toBe(1_762_000_000_123);
});

it.each(["", "run_1", "01ARZ3NDEKTSV4RRFFQ69G5FA", "ILOU3NDEKTSV4RRFFQ69G5FAVX"])(
  "tells nothing of %j",
  (id) => {
    expect(madeAt(id)).toBeUndefined();
  },
);
