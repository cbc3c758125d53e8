import { describe, expect, it } from "vitest";
import { publishedPackages } from "../repository.ts";
import { changesetFiles, packagesNamed, readChangeset } from "./changesets.ts";
import { exportedSubpaths } from "./exported-subpaths.ts";
import { branchingPoint, changesetsSince, lastRelease, listAt } from "./history.ts";
import { listPath, readList } from "./lists.ts";

describe.each(publishedPackages().map((workspace) => [workspace.manifest.name, workspace] as const))(
  "what %s exports",
  (name, workspace) => {
    it("is what its list says", () => {
      expect(
        exportedSubpaths(workspace),
        `${listPath(workspace)} differs from what resolves: when the change is meant, run \`pnpm exports:update\`.`,
      ).toEqual(readList(workspace));
    });

    const moments = [branchingPoint(), lastRelease(workspace)].filter((moment) => moment !== undefined);
    if (moments.length === 0) {
      it("has no history here to compare with (no main branch, or a shallow clone)", () => {});
    }
    it.each(moments)("has changed since $described only with a changeset", (moment) => {
      const before = listAt(workspace, moment);
      const now = readList(workspace);
      if (before === undefined || before.join() === now.join()) return;
      const named = changesetsSince(moment, changesetFiles()).flatMap((file) =>
        packagesNamed(readChangeset(file)),
      );
      const changed = [
        ...now.filter((line) => !before.includes(line)).map((line) => `+ ${line}`),
        ...before.filter((line) => !now.includes(line)).map((line) => `- ${line}`),
      ];
      expect(
        named,
        `No changeset names ${name}, whose exports changed since ${moment.described}: run \`pnpm changeset\`.\n${changed.join("\n")}`,
      ).toContain(name);
    });
  },
);

it("reads which packages a changeset names", () => {
  expect(packagesNamed('---\n"@org/events": minor\n\'@org/stores\': patch\n---\n\n"x": text\n')).toEqual([
    "@org/events",
    "@org/stores",
  ]);
});
