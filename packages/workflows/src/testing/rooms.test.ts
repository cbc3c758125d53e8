import { globSync, readFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { expect, it } from "vitest";

const sources = resolve(import.meta.dirname, "..");
const products = ["mohallamart", "ten-ocean"];

/** The first folder under `src`, or `shared` for the files beside the folders. */
function roomOf(file: string): string {
  const [first = "", ...rest] = file.split(sep);
  return rest.length > 0 ? first : "shared";
}

const imports = globSync("**/*.{ts,tsx}", { cwd: sources })
  .filter((file) => !/\.(test|scenario)\./.test(file) && roomOf(file) !== "testing")
  .flatMap((file) =>
    [...readFileSync(join(sources, file), "utf8").matchAll(/from "(\.[^"]+)"/g)].map(([, path = ""]) => ({
      file,
      from: roomOf(file),
      to: roomOf(relative(sources, resolve(sources, file, "..", path))),
    })),
  );

it("has products that know nothing of each other, and of which operations and what is shared know nothing", () => {
  const wrong = imports.filter(({ from, to }) => products.includes(to) && from !== to);
  expect(wrong).toEqual([]);
  expect(imports.filter(({ to }) => to === "shared").length).toBeGreaterThan(50);
});

it("ships nothing that only tests use", () => {
  expect(imports.filter(({ to }) => to === "testing")).toEqual([]);
});
