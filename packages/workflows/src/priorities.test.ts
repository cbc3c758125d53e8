import { expect, it } from "vitest";
import { apps } from "../scripts/graph/apps.ts";

const prioritised = apps
  .flatMap(({ functions }) => functions)
  .flatMap(({ opts: { id, priority } }) => (priority?.run === undefined ? [] : [{ id, run: priority.run }]));

it.each(prioritised)("$id ranks its urgent runs, and puts off no other", ({ run }) => {
  expect(run, "below zero a priority delays every call of the run by that many seconds").not.toMatch(
    /-\s*\d/,
  );
});

it("looks at the functions that have a priority", () => {
  expect(prioritised.map(({ id }) => id)).toContain("send-notification");
});
