import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ownHome } from "../cli/home.ts";
import { packageFolder } from "../cli/package-folder.ts";
import { releaseAtRef } from "./git-release.ts";
import { readReleases } from "./release-files.ts";

describe("releaseAtRef", { timeout: 30_000 }, () => {
  it("loads the contracts of a commit and leaves no files behind", async () => {
    const release = await releaseAtRef(ownHome, "HEAD");
    expect(release.events.map(({ event }) => event)).toContain("order.created");
    const userCreated = release.events.find(({ event }) => event === "user.created");
    expect(userCreated?.personal).toEqual(["email", "name", "phone"]);
    const left = await readdir(join(packageFolder, ".local")).catch(() => []);
    expect(left.filter((name) => name.startsWith("against-"))).toEqual([]);
  });

  it("refuses a ref that does not exist", async () => {
    await expect(releaseAtRef(ownHome, "no-such-ref")).rejects.toThrow("no-such-ref");
  });
});

it("every release in the repository can be read, oldest first", async () => {
  const releases = await readReleases(join(packageFolder, "releases"));
  expect(releases.map(({ release }) => release).at(0)).toBe("0.1.0");
  for (const { events } of releases) expect(events.length).toBeGreaterThan(0);
});
