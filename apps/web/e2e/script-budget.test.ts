import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { mostScriptBytes } from "./script-bytes.ts";
import { web } from "./web-routes.ts";

/** What our own parts of a page may have, gzipped; the rest is React and Next, the same on every page. */
const mostOwnBytes = 20_000;

const build = join(web, ".next");
const read = (file: string) => readFileSync(join(build, file), "utf8");

/** Every page of the build, as its folder is called: `/(mohallamart)/cart/page`. */
const pages = Object.keys(JSON.parse(read("server/app-paths-manifest.json"))).filter((page) =>
  page.endsWith("/page"),
);
const everywhere: string[] = JSON.parse(read("build-manifest.json")).rootMainFiles;

function bytesOf(files: Iterable<string>): number {
  return [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(build, file))).byteLength, 0);
}

/** What a page's components that run in the browser are in. */
function ownFiles(page: string): Set<string> {
  const manifest = `server/app${page}_client-reference-manifest.js`;
  if (!existsSync(join(build, manifest))) return new Set();
  const files = new Set(read(manifest).match(/static\/chunks\/[\w./~-]+?\.js/g));
  return new Set([...files].filter((file) => !everywhere.includes(file)));
}

const framework = bytesOf(everywhere);

it("knows the pages of the build", () => {
  expect(pages).toEqual(expect.arrayContaining(["/(mohallamart)/page", "/(mohallamart)/account/page"]));
  expect(ownFiles("/(mohallamart)/cart/page").size).toBeGreaterThan(0);
});

it.each(pages.map((page) => [page, bytesOf(ownFiles(page))] as const))(
  "%s loads %d bytes of ours at first, and no more than it may have",
  (page, own) => {
    // The console is read at desks: its charts and lists are counted together with the framework's alone.
    if (!page.startsWith("/operations")) expect(own).toBeLessThan(mostOwnBytes);
    expect(framework + own).toBeLessThan(mostScriptBytes + 5_000);
  },
);
