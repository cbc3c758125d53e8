import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { findRoot, repositoryCommands } from "./commands.ts";
import { usualPorts } from "./ports.ts";

const root = findRoot(import.meta.dirname);

it.each(["development", "production"] as const)(
  "the worker starts with the flags of its own start (%s)",
  (mode) => {
    const manifest: { scripts: { start: string } } = JSON.parse(
      readFileSync(join(root, "apps/worker/package.json"), "utf8"),
    );
    const flags = manifest.scripts.start.split(" ").filter((word) => word.startsWith("--"));
    const ports = usualPorts;
    const { worker } = repositoryCommands({ root, mode, stateDir: root, ports });
    expect(flags).toContain("--enable-source-maps");
    expect(worker.parameters.slice(0, flags.length)).toEqual(flags);
  },
);

it("Convex's functions run only for a marketplace that is kept there", () => {
  const input = { root, mode: "development", stateDir: root, ports: usualPorts } as const;
  expect(repositoryCommands(input).convex).toBeUndefined();
  const { convex } = repositoryCommands({ ...input, marketplaceStore: "convex" });
  expect(convex?.parameters).toContain(String(usualPorts.convex));
});
