import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const file = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

it.each(["worker", "web"])("docs/deploy.md names everything without which the %s does not start", (app) => {
  const page = readFileSync(file("docs/deploy.md"), "utf8");
  const { stderr } = spawnSync(process.execPath, [file(`apps/${app}/src/env.ts`)], {
    env: {},
    encoding: "utf8",
  });
  const missing = [...stderr.matchAll(/^ {2}([A-Z][A-Z0-9_]*)[:.]/gm)].map(([, name = ""]) => name);
  expect(missing.length).toBeGreaterThan(3);
  expect(missing.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});
