import { expect, it } from "vitest";
import { readReplayView, replayPath, requestOf } from "./replay-view.ts";

it("reads which runs are meant, from a form's choice or a link", () => {
  expect(readReplayView({ of: "mohallamart/welcome", error: "503", since: "2026-11-22T15:30" })).toEqual({
    ...{ app: "mohallamart", workflow: "welcome", error: "503", since: "2026-11-22T15:30" },
  });
  expect(readReplayView({ workflow: "welcome" })).toEqual({ workflow: "welcome" });
});

it.each([{ of: "" }, { of: "a b/c d" }, { since: "yesterday" }, { error: "" }, { workflow: "../x" }])(
  "leaves out what cannot be meant: %j",
  (given) => {
    const view = readReplayView(given);
    expect(Object.values(view).filter((value) => value !== undefined)).toEqual([]);
  },
);

it("takes the time for India's", () => {
  expect(requestOf({ since: "2026-11-22T15:30" })).toEqual({ since: "2026-11-22T10:00:00.000Z" });
  expect(requestOf({ since: "2026-99-99T15:30" })).toEqual({});
});

it("leads to the same selection again", () => {
  const view = { app: "mohallamart", workflow: "welcome", error: "a & b", since: "2026-11-22T15:30" };
  const { searchParams } = new URL(replayPath(view), "https://console.example");
  expect(readReplayView(Object.fromEntries(searchParams))).toEqual(view);
});
