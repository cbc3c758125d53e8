import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const workflows = globSync(".github/workflows/*.{yml,yaml}", { cwd: root });

it("CI uses other people's actions at one commit each: a tag can be moved to anything, beside our secrets", () => {
  const used = workflows.flatMap((file) =>
    [...readFileSync(join(root, file), "utf8").matchAll(/\buses:\s*(.*)$/gm)].map(([, action]) => action),
  );
  expect(used.length).toBeGreaterThan(3);
  expect(used.filter((action) => !/^[\w./-]+@[0-9a-f]{40} # v[\d.]+$/.test(action ?? ""))).toEqual([]);
});
