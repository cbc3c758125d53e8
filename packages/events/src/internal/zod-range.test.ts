import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import * as z3 from "zod-3";
import { packageFolder } from "./cli/package-folder.ts";
import { oldestZod, refuseOtherZod } from "./zod-range.ts";

const of = (major: number, minor: number, patch: number) => ({ _zod: { version: { major, minor, patch } } });
const [major = 0, minor = 0, patch = 0] = oldestZod.split(".").map(Number);

describe("the zod beside the package", () => {
  it("may be the one that the tests run with, which is the oldest that package.json takes", () => {
    expect(() => refuseOtherZod(z.string())).not.toThrow();
    const read = (file: string) => JSON.parse(readFileSync(file, "utf8"));
    const { peerDependencies } = read(join(packageFolder, "package.json"));
    expect(peerDependencies.zod).toBe(`^${oldestZod}`);
    const { version } = read(createRequire(import.meta.url).resolve("zod/package.json"));
    // With a newer one installed, the oldest is no longer tested: raise the range.
    expect(version).toBe(oldestZod);
  });

  it("may be newer", () => {
    for (const newer of [of(major, minor, patch + 1), of(major, minor + 1, 0)])
      expect(() => refuseOtherZod(newer)).not.toThrow();
  });

  it.each([
    ["3.0.0", Object(z3.string())],
    ["4.1.13", of(4, 1, 13)],
    [`${major}.${minor}.${patch - 1}`, of(major, minor, patch - 1)],
    ["5.0.0", of(5, 0, 0)],
  ])("is refused in one sentence when it is zod %s", (found, schema) => {
    const sentence = `@org/events: install zod ^4.6.7, not ${found}.`;
    expect(() => refuseOtherZod(schema)).toThrow(sentence);
  });
});
