import { globSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { expect, it } from "vitest";

/** Lowest first: a folder's files import from their own folder and from those above it in this list. */
const layers = [
  "core",
  "protocol",
  "store",
  "engine",
  "server",
  "realtime",
  "connect",
  "dashboard",
  "test",
  "conformance",
  "fuzz",
  "src",
  "testing",
];

function layerOf(path: string): number {
  const [folder = "", ...rest] = path.split(sep);
  return layers.indexOf(rest.length === 0 ? "src" : folder);
}

/** The files that a file imports, types included. */
function imenginePorts(file: string): string[] {
  const source = readFileSync(join(import.meta.dirname, file), "utf8");
  return [...source.matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g)].map(([, path = ""]) =>
    relative(".", join(dirname(file), path)),
  );
}

it("lets the engine's folders depend on each other in one direction", () => {
  const files = globSync("**/*.{ts,tsx}", { cwd: import.meta.dirname }).filter(
    (file) => !/\.test(-d)?\.ts$/.test(file),
  );
  expect(files.filter((file) => layerOf(file) < 0)).toEqual([]);
  const upwards = files.flatMap((file) =>
    imenginePorts(file)
      .filter((imported) => layerOf(imported) > layerOf(file))
      .map((imported) => `${file} imports ${imported}`),
  );
  expect(upwards).toEqual([]);
});
