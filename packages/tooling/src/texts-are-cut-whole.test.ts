import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** A cut by code units with an ellipsis after it, as people write it by hand: half of an emoji may be left. */
const cutByHand = /\.(?:slice|substring|substr)\([^)\n]*\)[^;\n]*…/;

it.each([
  ["text.slice(0, longest - 1) + `…`", true],
  ["text.substring(0, 20) + '…'", true],
  ["cutText(text, 20)", false],
  ["list.slice(0, 20)", false],
])("%s is a cut by hand: %s", (line, isOne) => {
  expect(cutByHand.test(line)).toBe(isOne);
});

it("a text is cut between characters, by `cutText` of @org/events/text", () => {
  const listed = execFileSync("git", ["ls-files", "apps/*.ts*", "packages/*.ts*"], {
    cwd: root,
    encoding: "utf8",
  });
  const own = new Set(["packages/events/src/text.ts", "packages/workflows/src/ten-ocean/excerpt.ts"]);
  const found = listed
    .split("\n")
    .filter((file) => /\.tsx?$/.test(file) && !/\.(test|test-d)\./.test(file) && !own.has(file))
    .flatMap((file) =>
      readFileSync(join(root, file), "utf8")
        .split("\n")
        .flatMap((line, index) => (cutByHand.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [])),
    );
  expect(found).toEqual([]);
});
