import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { root } from "./repository.ts";

// SECURITY.md says how soon a library's fault is answered, and how often all of them are brought up to date.

interface Update {
  "package-ecosystem": string;
  directory?: string;
  directories?: string[];
  schedule: { interval: string };
  ignore?: { "dependency-name": string; "update-types"?: string[] }[];
}

const read = (path: string) => readFileSync(join(root, path), "utf8");
const { updates }: { updates: Update[] } = parse(read(".github/dependabot.yml"));

it("whatever is taken from elsewhere is watched, where it stands", () => {
  const watched = updates.flatMap((update) =>
    (update.directories ?? [update.directory ?? ""]).map((folder) => [update["package-ecosystem"], folder]),
  );
  const images = globSync("{apps,packages}/*/Dockerfile", { cwd: root }).map((file) => `/${dirname(file)}`);
  expect(images.length).toBeGreaterThan(0);
  expect(watched.toSorted()).toEqual(
    [["npm", "/"], ["github-actions", "/"], ...images.map((folder) => ["docker", folder])].toSorted(),
  );
});

it("as often as SECURITY.md says", () => {
  expect(read("SECURITY.md")).toMatch(/brought up to date\s+monthly/);
  expect(updates.map(({ schedule }) => schedule.interval)).toEqual(updates.map(() => "monthly"));
});

it("nothing is held at a version without a word beside it that says why", () => {
  const lines = read(".github/dependabot.yml").split("\n");
  const held = lines.flatMap((line, place) => (line.includes("dependency-name:") ? [place] : []));
  const isExplained = (place: number): boolean => {
    const before = lines[place - 1]?.trim() ?? "";
    const sharesOne = before.startsWith("- dependency-name:") || before.startsWith("update-types:");
    return before.startsWith("#") || (sharesOne && isExplained(place - 1));
  };
  expect(held.filter((place) => !isExplained(place)).map((place) => lines[place])).toEqual([]);
});

it("every night the lockfile is held against what is published of faults", () => {
  const nightly: { jobs: { long: { strategy: { matrix: { command: string[] } } } } } = parse(
    read(".github/workflows/nightly.yml"),
  );
  expect(nightly.jobs.long.strategy.matrix.command).toContain("pnpm audit --prod");
});
