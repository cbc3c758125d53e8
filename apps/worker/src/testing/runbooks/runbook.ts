import { spawn } from "node:child_process";
import { once } from "node:events";
import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../../../..", import.meta.url));

/** A block of commands of a runbook, as it is written there. */
interface Block {
  runbook: string;
  /** The heading above it. */
  heading: string;
  language: "sh" | "sql";
  text: string;
}

export interface Said {
  /** How the last command ended. */
  code: number;
  /** What all of them wrote, to both streams. */
  text: string;
}

const folder = join(root, "docs/runbooks");

/** Every block of every runbook. */
const blocks: readonly Block[] = globSync("*.md", { cwd: folder })
  .toSorted()
  .flatMap((file) => blocksIn(file.replace(/\.md$/, ""), readFileSync(join(folder, file), "utf8")));

/** Those that {@link runBlock} ran. */
const tried = new Set<Block>();

export const untried = (): string[] =>
  blocks
    .filter((block) => !tried.has(block))
    .map(({ runbook, heading, text }) => `${runbook}, "${heading}": ${text.split("\n")[0]}`);

function blocksIn(runbook: string, markdown: string): Block[] {
  const parts = markdown.matchAll(/^#+ (?<heading>.+)$|^```(?<language>sh|sql)\n(?<text>[\s\S]*?)^```$/gm);
  let heading = "";
  const found: Block[] = [];
  for (const { groups } of parts) {
    if (groups?.heading !== undefined) heading = groups.heading;
    const { language, text } = groups ?? {};
    if (text !== undefined && (language === "sh" || language === "sql"))
      found.push({ runbook, heading, language, text });
  }
  return found;
}

/** @throws Error naming what there is */
function blockOf(runbook: string, heading: string, number: number): Block {
  const own = blocks.filter((block) => block.runbook === runbook);
  const block = own.filter((each) => each.heading === heading)[number];
  if (block) return block;
  const there = own.map((each) => each.heading).join(", ");
  throw new Error(`${runbook}.md has no block ${number} below "${heading}". It has: ${there}.`);
}

/**
 * Runs a block of a runbook as somebody would who pastes it into bash at the repository's root: what it needs is in the
 * environment, and a variable that is not set is an error.
 *
 * @param number which block below that heading; default: the first
 */
export async function runBlock(
  runbook: string,
  heading: string,
  environment: NodeJS.ProcessEnv,
  number = 0,
): Promise<Said> {
  const block = blockOf(runbook, heading, number);
  tried.add(block);
  const [file, parameters] =
    block.language === "sh"
      ? ["bash", ["-euo", "pipefail", "-c", block.text]]
      : ["psql", ["--set=ON_ERROR_STOP=1", "--command", block.text, environment.DATABASE_URL ?? ""]];
  const PATH = `${dirname(process.execPath)}:${process.env.PATH}`;
  const child = spawn(file, parameters, {
    cwd: root,
    env: { ...environment, PATH },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (part) => (text += part));
  const [code] = await once(child, "close");
  return { code: code ?? 1, text };
}
