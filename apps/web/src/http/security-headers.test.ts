import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { securityHeaders } from "./security-headers.ts";

const web = join(import.meta.dirname, "../..");

/** Browsers send `Origin: null` with a form of a page of this policy, and a post from nowhere is refused. */
it("lets no page with a form hide where it is posted from", () => {
  const pages = globSync("app/**/*.tsx", { cwd: web });
  expect(pages.length).toBeGreaterThan(50);
  const hiding = pages.filter((path) => readFileSync(join(web, path), "utf8").includes("no-referrer"));
  expect(hiding).toEqual([]);
  const all = new Map(securityHeaders.map(({ key, value }) => [key, value]));
  expect(all.get("Referrer-Policy")).toBe("same-origin");
});
