import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { acceptancesIn } from "./acceptances.ts";
import type { ReleasedFunction } from "./compare.ts";
import { type Outcome, report, type Snapshot } from "./report.ts";

/** Where things are, as URLs of folders; the repository's unless given. */
export interface Places {
  packageFolder: URL;
  changesets: URL;
}

const repository: Places = {
  packageFolder: new URL("../../", import.meta.url),
  changesets: new URL("../../../../.changeset/", import.meta.url),
};

/** `pnpm workflows check` */
export function checkRelease({ packageFolder, changesets }: Places = repository): Outcome {
  const folder = new URL("releases/", packageFolder);
  const name = namesIn(folder, ".json").toSorted(byVersion).at(-1);
  if (!name)
    return refused("packages/workflows/releases holds no release: write one with `pnpm workflows release`.");
  const last = readJson<Snapshot>(new URL(name, folder));
  const now = readJson<Omit<Snapshot, "release">>(new URL("functions.json", packageFolder));
  if (!last || !now) {
    const file = last ? "functions.json" : `releases/${name}`;
    return refused(`packages/workflows/${file} is no graph of workflows: take it from git again.`);
  }
  const texts = namesIn(changesets, ".md").map((file) => readFileSync(new URL(file, changesets), "utf8"));
  return report(last, now.functions, acceptancesIn(texts));
}

/** `pnpm workflows release`: keeps the graph under the package's version, for the next one to be compared with. */
export function writeSnapshot({ packageFolder }: Places = repository): Outcome {
  const version = readJson<{ version: string }>(new URL("package.json", packageFolder))?.version;
  const graph = readJson<Omit<Snapshot, "release">>(new URL("functions.json", packageFolder));
  if (!version || !graph?.functions)
    return refused("packages/workflows/functions.json is missing: run `pnpm generate`.");
  const rows = graph.functions.map((node) => JSON.stringify(released(node))).join(",\n");
  const folder = new URL("releases/", packageFolder);
  mkdirSync(folder, { recursive: true });
  const text = `{"release":${JSON.stringify(version)},"functions":[\n${rows}\n]}\n`;
  writeFileSync(new URL(`${version}.json`, folder), text);
  return { lines: [`Wrote packages/workflows/releases/${version}.json.`], refused: false };
}

function released({ id, app, triggers, waitsFor, emits, steps }: ReleasedFunction): ReleasedFunction {
  return { id, app, triggers, waitsFor, emits, steps };
}

function refused(line: string): Outcome {
  return { lines: [line], refused: true };
}

function namesIn(folder: URL, ending: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith(ending));
  } catch {
    return [];
  }
}

/** Guarantee: the files are written by these commands; what lacks its list of functions is refused by name. */
function readJson<Content>(file: URL): Content | undefined {
  try {
    const content: Content & { functions?: unknown } = JSON.parse(readFileSync(file, "utf8"));
    return file.pathname.endsWith("package.json") || Array.isArray(content.functions) ? content : undefined;
  } catch {
    return undefined;
  }
}

/** Oldest first; a pre-release stands before its release. */
function byVersion(one: string, other: string): number {
  const [a, b] = [one, other].map((name) => name.replace(/\.json$/, ""));
  const [coreA = "", preA] = (a ?? "").split(/-(.*)/);
  const [coreB = "", preB] = (b ?? "").split(/-(.*)/);
  const order = coreA.localeCompare(coreB, "en", { numeric: true });
  if (order !== 0 || preA === preB) return order;
  if (preA === undefined || preB === undefined) return preA === undefined ? 1 : -1;
  return preA.localeCompare(preB, "en", { numeric: true });
}
