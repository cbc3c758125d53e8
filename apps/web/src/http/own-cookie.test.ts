import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const web = join(import.meta.dirname, "../..");

it("every cookie has the name that its browser takes from this host alone, or from https alone where it is for one path", () => {
  const setting = globSync(["src/**/*.ts", "app/**/*.ts"], { cwd: web })
    .filter((file) => !file.endsWith(".test.ts"))
    .map((file) => ({ file, text: readFileSync(join(web, file), "utf8") }))
    .filter(({ text }) => text.includes("cookieOptions(") && !text.includes("function cookieOptions("));
  expect(setting.length).toBeGreaterThan(5);
  expect(setting.filter(({ text }) => !/\b(own|path)Cookie\(/.test(text)).map(({ file }) => file)).toEqual(
    [],
  );
  // A browser keeps a cookie of such a name when it is taken away without what it was set with.
  expect(setting.filter(({ text }) => /\.delete\(\w*[cC]ookie/.test(text)).map(({ file }) => file)).toEqual(
    [],
  );
});
