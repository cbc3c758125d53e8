import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { expect, it } from "vitest";
import { packageExports } from "./package-exports.ts";

const packageFolder = join(import.meta.dirname, "../..");
const { exports } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8"));

it("lets in what is listed and nothing else: run `pnpm workflows graph` after adding a workflow", () => {
  expect(exports).toEqual(packageExports());
  expect(Object.keys(exports).filter((path) => path.includes("*"))).toEqual([]);
});

it.each(Object.values(packageExports()))("%s has a source", (path) => {
  const source = path.replace("./dist/", "src/").replace(/\.js$/, "");
  const candidates = [`${source}.ts`, `${source}.tsx`, path];
  expect(candidates.some((file) => existsSync(join(packageFolder, file)))).toBe(true);
});

it.each([
  "mohallamart/orders/find-order",
  "mohallamart/brand",
  "errors",
  "dist/deliver.js",
  "testing/test-bench",
])("does not let in %s", (path) => {
  const { resolve } = createRequire(import.meta.url);
  expect(resolve("@org/workflows/client")).toBe(join(packageFolder, "dist/client.js"));
  expect(() => resolve(`@org/workflows/${path}`)).toThrow(/is not defined by "exports"/);
});
