import { expect, it } from "vitest";
import { newVisitId, parseVisitId, refusesTracking } from "./visit.ts";

it("a visit's id comes back as it was given out, and nothing else is one", () => {
  const id = newVisitId();
  expect(parseVisitId(id)).toBe(id);
  expect(newVisitId()).not.toBe(id);
  for (const value of [undefined, "", "user_1", `${id}x`, id.replace(/^./, "\0")]) {
    expect(parseVisitId(value)).toBeUndefined();
  }
});

it.each([
  [{ dnt: "1" }, true],
  [{ "sec-gpc": "1" }, true],
  [{ dnt: "0" }, false],
  [{}, false],
])("a browser with %j refuses: %s", (headers, refuses) => {
  expect(refusesTracking(new Headers(headers))).toBe(refuses);
});
