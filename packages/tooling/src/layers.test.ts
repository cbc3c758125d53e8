import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root, workspaces } from "./repository.ts";

interface Turbo {
  tags?: string[];
  boundaries?: { tags: Record<string, unknown> };
}

function readTurbo(folder: string): Turbo {
  const turbo: Turbo = JSON.parse(readFileSync(join(root, folder, "turbo.json"), "utf8"));
  return turbo;
}

describe("the layers", () => {
  const layers = Object.keys(readTurbo(".").boundaries?.tags ?? {});

  // `turbo boundaries` lets a package without a tag depend on everything.
  it.each(workspaces().map(({ folder }) => folder))("have a place for %s", (folder) => {
    const { tags = [] } = readTurbo(folder);
    expect(
      tags.filter((tag) => layers.includes(tag)),
      `${folder}/turbo.json names its layer in "tags": one of ${layers.join(", ")}.`,
    ).toHaveLength(1);
  });
});
