import { readdirSync, readFileSync } from "node:fs";
import { isBuiltin, SourceMap } from "node:module";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import manifest from "../package.json" with { type: "json" };

const folder = fileURLToPath(new URL("../dist", import.meta.url));
const pool = fileURLToPath(new URL("../../../packages/stores/src/postgres.ts", import.meta.url));
const read = (file: string) => readFileSync(join(folder, file), "utf8");
const modules = readdirSync(folder).filter((file) => file.endsWith(".js"));

/** Of `./chunk.js`, `pg` and `@org/events/inngest`: nothing, `pg` and `@org/events`. */
const packageOf = (specifier: string) => /^(?:@[\w.-]+\/)?[\w][\w.-]*/.exec(specifier)?.[0];

describe("the worker's bundle", () => {
  it("asks at run time for nothing but the worker's own dependencies, and for none of our packages", () => {
    const asked = modules.flatMap((file) => {
      const imports = read(file).matchAll(/^(?:import|export)\b[^;'"]*?(?:from )?"([^"]+)";?$/gm);
      return [...imports].map(([, from]) => from);
    });
    const packages = new Set(asked.map((from = "") => (isBuiltin(from) ? undefined : packageOf(from))));
    packages.delete(undefined);
    expect([...packages]).toContain("inngest");
    expect([...packages].filter((name = "") => !(name in manifest.dependencies))).toEqual([]);
    expect([...packages].filter((name) => name?.startsWith("@org/"))).toEqual([]);
  });

  it("leads a stack back to the sources, a package's too, with the flags with which the worker starts", () => {
    expect(manifest.scripts.start.split(" ")).toContain("--enable-source-maps");
    const said = "The migrations of @org/stores are not beside its code";
    const found = modules.flatMap((file) => {
      const lines = read(file).split("\n");
      const line = lines.findIndex((text) => text.includes(said));
      if (line === -1) return [];
      expect(lines.findLast((text) => text !== "")).toBe(`//# sourceMappingURL=${file}.map`);
      const map = new SourceMap(JSON.parse(read(`${file}.map`)));
      return [map.findOrigin(line + 1, (lines[line]?.indexOf(said) ?? 0) + 1)];
    });
    const { fileName, lineNumber } = Object.assign({ fileName: "", lineNumber: 0 }, ...found);
    expect(resolve(folder, fileName)).toBe(pool);
    expect(readFileSync(pool, "utf8").split("\n")[lineNumber - 1]).toContain(said);
  });
});
