import { execFileSync } from "node:child_process";
import { existsSync, globSync, readFileSync } from "node:fs";
import { join, matchesGlob } from "node:path";
import { describe, expect, it } from "vitest";
import { readManifest, root, workspaces } from "../repository.ts";
import { citedIn, commandsOfTable } from "./cited.ts";

/** The addresses of the web app's pages: folders in round brackets are not part of them. */
const pages = globSync("**/page.tsx", { cwd: join(root, "apps/web/app") }).map(
  (file) => `/${file.replace(/\([^)]*\)\//g, "").replace(/\/?page\.tsx$/, "")}`,
);

const { scripts = {}, packageManager = "" } = readManifest();

/** Everything in the tree, with each folder as `folder/`. */
const tree = (() => {
  const listed = ["ls-files", "--cached", "--others", "--exclude-standard"];
  const files = execFileSync("git", listed, { cwd: root, encoding: "utf8" }).split("\n").filter(Boolean);
  const folders = files.flatMap((file) =>
    [...file.matchAll(/\//g)].map(({ index }) => file.slice(0, index + 1)),
  );
  return [...new Set([...files, ...folders])];
})();

/** A path in the text counts from the root or from any folder: `src/<capability>/<vendor>.ts`, `index.ts`. */
function isThere(path: string): boolean {
  if (path.startsWith(".local/")) return true;
  return tree.some((entry) => {
    const name = path.endsWith("/") ? entry : entry.replace(/\/$/, "");
    return matchesGlob(name, path) || matchesGlob(name, `**/${path}`);
  });
}

/** The scripts that a command of pnpm may name, and the name; undefined where it is a command of pnpm's own. */
function scriptOf(words: string[]): { known: string[]; name: string | undefined } | undefined {
  const [first, ...rest] = words;
  if (first === "--filter" || first === "-F") {
    const [name = "", ...command] = rest;
    const workspace = workspaces().find(({ manifest }) => manifest.name === name);
    const [script] = command.filter((word) => word !== "run");
    return { known: Object.keys(workspace?.manifest.scripts ?? {}), name: script };
  }
  if (first === "install" || first === "exec" || first?.startsWith("-")) return undefined;
  return { known: Object.keys(scripts), name: first === "run" ? rest[0] : first };
}

describe.each(["README.md", "CONTRIBUTING.md"])("what %s says", (document) => {
  const text = readFileSync(join(root, document), "utf8");
  const { links, paths, addresses, commands } = citedIn(text);

  it.each(links)("is there behind the link %s", (link) => {
    expect(existsSync(join(root, link)), `${document} links to ${link}, which is not there.`).toBe(true);
  });

  it.each(paths)("is there: %s", (path) => {
    expect(
      isThere(path),
      `${document} names \`${path}\`; no file is called so: name one that is, or the <part> that varies.`,
    ).toBe(true);
  });

  it.each(addresses)("is a page: %s", (address) => {
    expect(pages, `${document} sends readers to ${address}, which no page of apps/web/app has.`).toContain(
      address,
    );
  });

  it.each(commands.map((words) => [words.join(" "), words] as const))("can be run: pnpm %s", (_, words) => {
    const script = scriptOf(words);
    if (script)
      expect(script.known, `${document}: \`pnpm ${words.join(" ")}\` runs no script.`).toContain(script.name);
  });

  it("has readers send events that there are", () => {
    const blocks = [...text.matchAll(/^```json\n([\s\S]*?)^```/gm)].map(([, json = ""]) => JSON.parse(json));
    const catalogue = tree.filter((file) => /^docs\/catalogue\/.+\.md$/.test(file));
    for (const { name } of blocks) {
      const page = catalogue.find((file) =>
        readFileSync(join(root, file), "utf8").includes(`\n# \`${name}\`\n`),
      );
      expect(page, `${document} sends ${name}, which docs/catalogue has no page for.`).toBeDefined();
    }
  });

  it("names the version of pnpm that the repository is kept with", () => {
    const versions = [...text.matchAll(/pnpm@[\d.]+\d/g)].map(([version]) => version);
    expect([...new Set(versions)]).toEqual([packageManager]);
  });
});

it.each(
  commandsOfTable(readFileSync(join(root, "README.md"), "utf8")).map(
    (words) => [words.join(" "), words] as const,
  ),
)("the README's table of commands has one that exists: %s", (_, [program, name = ""]) => {
  if (program === "bash") expect(existsSync(join(root, name))).toBe(true);
  else expect(Object.keys(scripts)).toContain(name);
});

it("finds what a document cites", () => {
  const text =
    "`packages/<product>/index.ts`, `env.ts`, `a / b`, `@org/x`, `/shop`, `/api/x`, [x](docs/x.md#y), [y](https://y)\n`pnpm\nemails`";
  expect(citedIn(`${text}\n\`\`\`sh\nnpx --yes pnpm@1.2.3 dev      # all\n\`\`\`\n`)).toEqual({
    links: ["docs/x.md"],
    paths: ["packages/*/index.ts", "env.ts"],
    addresses: ["/shop"],
    commands: [["dev"], ["emails"]],
  });
  expect(commandsOfTable("| `pnpm build` · `lint` | x |\n| `bash .ci/run` | y |")).toEqual([
    ["pnpm", "build"],
    ["pnpm", "lint"],
    ["bash", ".ci/run"],
  ]);
});
