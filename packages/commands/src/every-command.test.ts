import { existsSync, globSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, it } from "vitest";

const source = import.meta.dirname;
const listing = /import \{ (\w+)(?:, type \w+)? \} from "\.\/(.+)\.ts";/g;

const indexes = globSync("*/index.ts", { cwd: source });
const listed = indexes.flatMap((index) =>
  [...readFileSync(join(source, index), "utf8").matchAll(listing)].map(([, name = "", path = ""]) => ({
    name,
    file: join(dirname(index), path),
  })),
);

const commands = globSync("**/*.ts", { cwd: source }).filter((file) =>
  /: Promise<\s*Outcome</.test(text(file)),
);

function text(file: string): string {
  return readFileSync(join(source, file), "utf8");
}

/** `place-order` of `placeOrder`. */
function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

it("finds the commands", () => {
  expect(listed.map(({ name }) => name)).toEqual(expect.arrayContaining(["placeOrder", "replayRun"]));
});

describe.each(listed)("$name", ({ name, file }) => {
  it("is the command of its file, with its test beside it", () => {
    expect(basename(file)).toBe(kebab(name));
    expect(existsSync(join(source, `${file}.test.ts`)), `Write ${file}.test.ts.`).toBe(true);
  });
});

it("a file that answers with an outcome is listed in its index, or is a step that listed ones share", () => {
  const shared = ["start-payment", "settle-payment", "write-order", "change-by-link"];
  const unlisted = commands
    .map((file) => file.replace(/\.ts$/, ""))
    .filter((file) => !listed.some((each) => each.file === file))
    .filter((file) => !shared.includes(basename(file)) && !file.endsWith(".test"));
  expect(unlisted, "Add a line for each to the index.ts of its folder.").toEqual([]);
});
