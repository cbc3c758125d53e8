import { expect, it } from "vitest";
import { apps } from "../scripts/graph/apps.ts";

const functions = apps.flatMap((app) => app.functions.map(({ opts }) => opts));

// Below zero a priority delays every call of a run by that many seconds; above, it ranks only what is due at once.
it("has what is urgent and what goes to many in functions of their own, and ranks none before another", () => {
  expect(functions.filter(({ priority }) => priority !== undefined).map(({ id }) => id)).toEqual([]);
  expect(functions.map(({ id }) => id)).toEqual(
    expect.arrayContaining(["deliver-email", "deliver-bulk-email", "send-email", "send-bulk-email"]),
  );
});
