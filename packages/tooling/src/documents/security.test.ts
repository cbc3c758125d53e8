import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../repository.ts";

const pages = ["docs/security/asvs.md", "docs/security/personal-data.md"];

it.each(pages)("every test and page that %s names is there", (page) => {
  const text = readFileSync(join(root, page), "utf8");
  const files = [...text.matchAll(/`((?:apps|packages|docs)\/[^`\s]+)`/g)].map(([, path = ""]) => path);
  const links = [...text.matchAll(/\]\((?!https?:)([^)]+)\)/g)].map(([, link = ""]) =>
    join(page, "..", link),
  );
  expect(files.length).toBeGreaterThan(3);
  expect([...files, ...links].filter((path) => !existsSync(join(root, path)))).toEqual([]);
});
