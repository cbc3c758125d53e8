import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DockerfileParser, type Instruction } from "dockerfile-ast";
import { root } from "../repository.ts";

/** One instruction of a Dockerfile. */
export interface Line {
  keyword: string;
  /** Without its flags. */
  words: string[];
  /** Everything after the keyword, on one line. */
  text: string;
  /** `--from=built` is `{ from: "built" }`. */
  flags: Readonly<Record<string, string>>;
}

export interface Stage {
  name: string;
  /** The stage that it goes on from, or an image by name and digest. */
  from: string;
  lines: Line[];
}

/** @param file relative to the root: `apps/worker/Dockerfile` */
export function stagesOf(file: string): Stage[] {
  const stages: Stage[] = [];
  const dockerfile = DockerfileParser.parse(readFileSync(join(root, file), "utf8"));
  for (const line of dockerfile.getInstructions().map(read)) {
    const [from = "", , name = ""] = line.words;
    if (line.keyword === "FROM") stages.push({ name, from, lines: [] });
    else stages.at(-1)?.lines.push(line);
  }
  return stages;
}

const takesFlags = new Set(["COPY", "HEALTHCHECK"]);

function read(instruction: Instruction): Line {
  const keyword = instruction.getKeyword();
  const text = instruction
    .getTextContent()
    .replace(/\\\n\s*/g, "")
    .replace(/^\S+\s+/, "");
  const flags: Record<string, string> = {};
  const words = text.split(/\s+/).filter((word) => {
    const [, name, value = ""] = /^--([\w-]+)=(.*)$/.exec(word) ?? [];
    if (name === undefined || !takesFlags.has(keyword)) return true;
    flags[name] = value;
    return false;
  });
  return { keyword, words, text, flags };
}

/** What an ENV instruction sets. */
export function variablesOf({ words }: Line): Record<string, string> {
  return Object.fromEntries(
    words.map((word) => {
      const [name = "", ...value] = word.split("=");
      return [name, value.join("=")];
    }),
  );
}

/** The command of a CMD or HEALTHCHECK in its form as a list, which no shell reads. */
export function commandOf({ text }: Line): string[] {
  const command: unknown = JSON.parse(text.slice(text.indexOf("[")));
  return Array.isArray(command) ? command.map(String) : [];
}
