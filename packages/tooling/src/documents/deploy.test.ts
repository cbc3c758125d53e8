import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readManifest, root } from "../repository.ts";

const read = (path: string) => readFileSync(join(root, path), "utf8");
const pages = globSync("docs/{deploy,inngest-setup,scaling}.md", { cwd: root });
const variables = [...read(".env.example").matchAll(/^([A-Z][A-Z0-9_]*)=/gm)].map(([, name = ""]) => name);
const vendorsOwn = new Set(["NODE_ENV", "NODE_EXTRA_CA_CERTS", "POSTGRES_PASSWORD"]);

/** What `inngest start` takes, by its source and its help text. */
const engineFlags = [
  ...[
    "config",
    "host",
    "port",
    "sdk-url",
    "signing-key",
    "event-key",
    "sqlite-dir",
    "redis-uri",
    "postgres-uri",
  ],
  ...[
    "postgres-max-idle-conns",
    "postgres-max-open-conns",
    "poll-interval",
    "retry-interval",
    "queue-workers",
  ],
  ...["tick", "connect-gateway-port", "no-ui"],
];

/** What stands in backticks, and each command of the blocks on one line. */
function codeIn(markdown: string): string[] {
  const blocks = [...markdown.matchAll(/^```\w*\n([\s\S]*?)^```/gm)].flatMap(([, text = ""]) =>
    text.replace(/\\\n\s*/g, "").split("\n"),
  );
  const prose = markdown.replace(/^```[\s\S]*?^```/gm, "");
  return [...blocks, ...[...prose.matchAll(/`([^`]+)`/g)].map(([, text = ""]) => text.replace(/\s+/g, " "))];
}

it("has a page for a deployment and one for the engine", () => {
  expect(pages).toEqual(expect.arrayContaining(["docs/deploy.md", "docs/inngest-setup.md"]));
});

describe.each(pages)("%s", (page) => {
  const text = read(page);
  const code = codeIn(text);

  it("names no variable that nothing reads", () => {
    const named = code.flatMap(
      (each) => each.match(/\b[A-Z][A-Z0-9]*_[A-Z0-9_]+\b|\b(?:HOST|PORT)\b/g) ?? [],
    );
    expect(named.filter((name) => !variables.includes(name) && !vendorsOwn.has(name))).toEqual([]);
  });

  it("names no command of the worker's that there is not", () => {
    const usage = read("apps/worker/src/cli.ts");
    const named = code.flatMap((each) =>
      [...each.matchAll(/cli\.js ([a-z-]+)/g)].map(([, command = ""]) => command),
    );
    const listed = usage.matchAll(/^ {2}([a-z][a-z-]+)(?: [<[]| {2})/gm);
    const asked = usage.matchAll(/name === "([a-z-]+)"/g);
    const known = [...listed, ...asked].map(([, name]) => name);
    expect(named.filter((command) => !known.includes(command))).toEqual([]);
  });

  it("names no script of the repository's that there is not", () => {
    const { scripts = {}, packageManager = "" } = readManifest();
    const named = code.flatMap((each) => [...each.matchAll(/\bpnpm(?:@[\d.]+)? ([a-z][\w:-]*)/g)]);
    expect(
      named.map(([, script = ""]) => script).filter((name) => name !== "install" && !(name in scripts)),
    ).toEqual([]);
    const versions = [...text.matchAll(/pnpm@[\d.]+\d/g)].map(([version]) => version);
    expect(versions.filter((version) => version !== packageManager)).toEqual([]);
  });

  it("starts no file that a build does not make or the repository does not have", () => {
    const named = code.flatMap((each) => each.match(/\b(?:apps|packages|docs)\/[\w./-]+\.\w+/g) ?? []);
    const source = (path: string) => path.replace("/dist/", "/src/").replace(/\.js$/, ".ts");
    expect(
      named.filter((path) => !existsSync(join(root, source(path))) && !existsSync(join(root, path))),
    ).toEqual([]);
  });

  it("asks of `inngest start` only what it takes", () => {
    const calls = code.filter((each) => each.startsWith("inngest start") || /^--[a-z-]+$/.test(each));
    const flags = calls.flatMap((each) => [...each.matchAll(/--([a-z-]+)/g)].map(([, flag = ""]) => flag));
    const ours = ["removed", "send", "json", "env-file"];
    expect(flags.filter((flag) => !engineFlags.includes(flag) && !ours.includes(flag))).toEqual([]);
  });

  it("links to what is there", () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)(?:#([^)]*))?\)/g)];
    const missing = links.filter(([, file = "", anchor]) => {
      const path = join(root, page, "..", file);
      return (
        !existsSync(path) || (anchor !== undefined && !anchorsOf(readFileSync(path, "utf8")).includes(anchor))
      );
    });
    expect(missing.map(([link]) => link)).toEqual([]);
  });
});

/** As GitHub makes them of headings. */
function anchorsOf(markdown: string): string[] {
  return [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\w\s-]/g, "")
      .replaceAll(" ", "-"),
  );
}
