import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const globs = ["packages/*/{src,scripts,examples}/**/*.{ts,tsx}", "apps/*/{src,e2e}/**/*.{ts,tsx}"];
const files = globs.flatMap((glob) => globSync(glob, { cwd: root })).filter((file) => !/\/dist\//.test(file));
const isTest = (file: string) => /\.(test|check)\.tsx?$/.test(file);

/** In the order of the rules below: what a file may not do while its worker's files share their modules. */
function leaks(text: string, test: boolean): string[] {
  const found: string[] = [];
  const mocks = /^\s*vi\.(mock|doMock)\(/m.test(text);
  if (test && mocks && (text.match(/vi\.resetModules\(\)/g) ?? []).length < 2)
    found.push("mocks a module without vi.resetModules() before its imports and in afterAll");
  if (!test && /^(before|after)(Each|All)\(/m.test(text))
    found.push(
      "has a hook that only the first file gets which loads it; make it a function, or use onTestFinished",
    );
  if (test && /vi\.useFakeTimers\(/.test(text) && !/vi\.useRealTimers\(\)/.test(text))
    found.push("leaves fake timers to the next file; call vi.useRealTimers() in afterEach");
  return found;
}

describe("files of one test worker share their modules (isolate: false), so that each", () => {
  it("leaves nothing to the next", () => {
    expect(files.length).toBeGreaterThan(500);
    const found = files.flatMap((file) => {
      const text = readFileSync(`${root}/${file}`, "utf8");
      return leaks(text, isTest(file)).map((leak) => `${file} ${leak}`);
    });
    expect(found).toEqual([]);
  });

  it.each([
    ["mocks without reset", 'vi.mock("x");', true],
    ["mocks with half a reset", 'vi.resetModules();\nvi.mock("x");', true],
    ["hooks in a helper", "afterEach(() => {});", false],
    ["fake timers for good", "vi.useFakeTimers();", true],
  ])("is refused with %s", (_what, text, test) => {
    expect(leaks(text, test)).toHaveLength(1);
  });
});
