import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const web = fileURLToPath(new URL("../../../apps/web", import.meta.url));

const actions = globSync("src/**/*.ts", { cwd: web })
  .map((file) => ({ file, text: readFileSync(join(web, file), "utf8") }))
  .filter(({ text }) => text.startsWith('"use server"'));

it("every action of a form that shows what became of it keeps what was typed when the database is away", () => {
  expect(actions.length).toBeGreaterThan(20);
  const bare = actions.flatMap(({ file, text }) =>
    [...text.matchAll(/^export async function (\w+)\(\s*_?previous\b/gm)].map(
      ([, name]) => `${file} ${name}`,
    ),
  );
  expect(
    bare,
    "write these as `export const … = keepsEntries<FormState<…>>(async (_previous, form) => …)`",
  ).toEqual([]);
  const kept = actions.flatMap(({ text }) => [...text.matchAll(/= (keepsEntries|whenAvailable)\b/g)]);
  expect(kept.length).toBeGreaterThan(20);
});
