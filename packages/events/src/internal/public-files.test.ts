import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { catalogues } from "../catalogues.ts";
import { packageFolder } from "./cli/package-folder.ts";
import { eventSlug } from "./event-slug.ts";

const { resolve } = createRequire(join(packageFolder, "package.json"));
const sources = join(packageFolder, "src");

function resolves(subpath: string): boolean {
  try {
    resolve(`@org/events/${subpath}`);
    return true;
  } catch {
    return false;
  }
}

/** Every source file, as a subpath of the package. */
const files = readdirSync(sources, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !/\.test(-d)?\.ts$/.test(entry.name))
  .map((entry) => relative(sources, join(entry.parentPath, entry.name)).replace(/\.ts$/, ""));

describe("what others can import", () => {
  it("is this, each catalogue with its fields, and each event; a file for ourselves belongs into internal/", () => {
    const ofCatalogues = catalogues.flatMap(({ name, definitions }) => [
      name,
      ...(existsSync(join(sources, name, "fields.ts")) ? [`${name}/fields`] : []),
      ...definitions.map(({ event }) => `${name}/${eventSlug(name, event)}`),
    ]);
    const tools = ["catalogues", "compatibility", "fields", "inngest", "money", "readers", "text"];
    expect(files.filter(resolves).sort()).toEqual([...tools, ...ofCatalogues].sort());
  });

  it("is what the package's name stands for, and the exported schemas", () => {
    expect(resolve("@org/events")).toBe(join(packageFolder, "dist/index.js"));
    expect(resolves("schemas/2020-12/operations/dead-letter-replay-requested/latest.json")).toBe(true);
    expect(resolves("asyncapi/operations.json")).toBe(true);
  });

  it.each([
    "internal/emitters",
    "mohallamart/index",
    "mohallamart/emitters",
    "cli",
    "index",
    "dist/index.js",
  ])("is not %s", (subpath) => {
    expect(resolves(subpath)).toBe(false);
  });
});
