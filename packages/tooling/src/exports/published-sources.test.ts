import { describe, expect, it } from "vitest";
import { publishedPackages } from "../repository.ts";
import { changesetFiles, packagesNamed, readChangeset } from "./changesets.ts";
import { branchingPoint, changedSince, changesetsSince } from "./history.ts";
import { isPublished } from "./published-sources.ts";

const moment = branchingPoint();

describe.each(publishedPackages().map(({ folder, manifest }) => [manifest.name, folder] as const))(
  "what %s publishes",
  (name, folder) => {
    it("changes on a branch only with a changeset", () => {
      if (!moment) return;
      const changed = changedSince(moment, folder).filter(isPublished);
      if (changed.length === 0) return;
      const named = changesetsSince(moment, changesetFiles()).flatMap((file) =>
        packagesNamed(readChangeset(file)),
      );
      const hint = `run \`pnpm changeset\` and say what its users notice, or, when they notice nothing, that it is so`;
      expect(
        named,
        `No changeset names ${name}, which changed since ${moment.described}: ${hint}.\n${changed.join("\n")}`,
      ).toContain(name);
    });
  },
);

it("counts what a package is built of, and neither its tests nor its scripts", () => {
  const published = ["packages/events/src/text.ts", "packages/stores/drizzle/0001.sql"];
  const own = [
    ...["packages/events/src/text.test.ts", "packages/workflows/src/testing/bank.ts"],
    ...["packages/workflows/src/mohallamart/a.scenario.ts", "packages/workflows/scripts/cli.ts"],
    ...["packages/events/bench/emit.ts", "packages/events/README.md", "packages/events/src/a.test-d.ts"],
  ];
  expect([...published, ...own].filter(isPublished)).toEqual(published);
});
