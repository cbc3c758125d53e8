import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "./repository.ts";

/** What carries rules out: engines of runs, web frameworks, and our packages that stand on them. */
const execution = /^(inngest|next|react|hono|@hono\/.+|@org\/(workflows|local-engine|worker|web))$/;

const needed = (manifest: Record<string, object | undefined>) =>
  ["dependencies", "peerDependencies", "optionalDependencies"].flatMap((kind) =>
    Object.keys(manifest[kind] ?? {}),
  );

const manifestOf = (folder: string) => JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));

// Beside `turbo boundaries`, which holds imports to what a package declares.
it.each(["packages/commands", "packages/stores"])(
  "%s decides what may happen, and needs nothing that runs it",
  (folder) => {
    const names = needed(manifestOf(folder));
    expect(names).toContain("@org/events");
    expect(names.filter((name) => execution.test(name))).toEqual([]);
  },
);

it("what runs rules is known by its names", () => {
  expect(needed(manifestOf("packages/workflows")).filter((name) => execution.test(name))).toContain(
    "inngest",
  );
  expect(needed(manifestOf("apps/web")).filter((name) => execution.test(name))).toContain("next");
});
