import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, symlink } from "node:fs/promises";
import { dirname, join, matchesGlob } from "node:path";
import { promisify } from "node:util";
import { root } from "../repository.ts";
import { commandOf, type Line, type Stage, stagesOf, variablesOf } from "./dockerfile.ts";

const execute = promisify(execFile);

/** An image's contents in a folder, and how a container of it would be run. */
export interface BuiltImage {
  /** What is `/` in a container. */
  folder: string;
  /** Where its commands run. */
  workingDirectory: string;
  environment: Record<string, string>;
  user: string | undefined;
  command: string[];
  healthCheck: string[];
}

export interface BuildOptions {
  /** What commands run with, beside what the stage sets. */
  environment: NodeJS.ProcessEnv;
  /** Where the stages' folders go; it is kept. */
  into: string;
  onStep(step: string): void;
}

interface Built extends BuiltImage {
  stage: Stage;
}

/**
 * Does what `docker build` would, instruction by instruction, with a folder in place of each stage's file system and this
 * machine's Node in place of the base image. Commands run in the stage's folder, so they may name no absolute path.
 * @throws Error with what a step printed, when it fails.
 */
export async function buildImage(file: string, options: BuildOptions): Promise<BuiltImage> {
  const path = await pathWithThisNode(options);
  const environment = { ...options.environment, PATH: path };
  const stages = new Map<string, Built>();
  let last: Built | undefined;
  for (const stage of stagesOf(file)) {
    last = await beginStage(stage, stages.get(stage.from), options.into);
    for (const line of stage.lines) {
      options.onStep(`${stage.name}: ${line.keyword} ${line.text.slice(0, 90)}`);
      await follow(line, last, { stages, environment });
    }
    stages.set(stage.name, last);
  }
  if (!last) throw new Error(`${file} has no stage.`);
  return last;
}

async function beginStage(stage: Stage, before: Built | undefined, into: string): Promise<Built> {
  const folder = join(into, stage.name);
  if (before) await cp(before.folder, folder, { recursive: true, verbatimSymlinks: true });
  else await mkdir(folder, { recursive: true });
  const { workingDirectory = "/", environment = {}, user, command = [], healthCheck = [] } = before ?? {};
  return { stage, folder, workingDirectory, environment, user, command, healthCheck };
}

interface Around {
  stages: ReadonlyMap<string, Built>;
  environment: NodeJS.ProcessEnv;
}

async function follow(line: Line, built: Built, { stages, environment }: Around): Promise<void> {
  const here = join(built.folder, built.workingDirectory);
  const instructions: Record<string, () => unknown> = {
    WORKDIR: () => {
      built.workingDirectory = line.words[0] ?? "/";
      return mkdir(join(built.folder, built.workingDirectory), { recursive: true });
    },
    ENV: () => {
      built.environment = { ...built.environment, ...variablesOf(line) };
    },
    COPY: () => copy(line, here, stages),
    RUN: () => run(line.text, here, { ...environment, ...built.environment, PATH: environment.PATH }),
    USER: () => {
      built.user = line.words[0];
    },
    CMD: () => {
      built.command = commandOf(line);
    },
    HEALTHCHECK: () => {
      built.healthCheck = commandOf(line);
    },
    EXPOSE: () => undefined,
  };
  const instruction = instructions[line.keyword];
  if (!instruction)
    throw new Error(`${line.keyword} is an instruction that this cannot follow: teach it here.`);
  await instruction();
}

async function copy({ words, flags }: Line, here: string, stages: ReadonlyMap<string, Built>): Promise<void> {
  const target = join(here, words.at(-1) ?? "");
  for (const source of words.slice(0, -1)) {
    if (flags.from === undefined) await copyFromContext(source, target);
    else {
      const from = join(stages.get(flags.from)?.folder ?? "", source);
      await cp(from, target, { recursive: true, verbatimSymlinks: true });
    }
  }
}

/** Docker is sent what `.dockerignore` leaves; what git does not know is in no checkout either. */
async function copyFromContext(source: string, target: string): Promise<void> {
  const { stdout } = await execute("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    maxBuffer: 1e8,
  });
  const isIgnored = await ignored();
  const files = [...new Set(stdout.split("\n"))].filter((file) => file !== "" && !isIgnored(file));
  const wanted = source === "." ? files : files.filter((file) => file === source);
  if (wanted.length === 0) throw new Error(`COPY ${source}: the build is sent no such file.`);
  for (const file of wanted) {
    const to = source === "." || target.endsWith("/") ? join(target, file) : target;
    await mkdir(dirname(to), { recursive: true });
    await cp(join(root, file), to);
  }
}

async function ignored(): Promise<(file: string) => boolean> {
  const text = await readFile(join(root, ".dockerignore"), "utf8");
  const patterns = text.split("\n").filter((line) => line !== "" && !/^[#!]/.test(line));
  return (file) =>
    patterns.some((pattern) => matchesGlob(file, pattern) || matchesGlob(file, `${pattern}/**`));
}

async function run(command: string, cwd: string, env: NodeJS.ProcessEnv): Promise<void> {
  try {
    await execute("sh", ["-c", command], { cwd, env, maxBuffer: 1e8 });
  } catch (error) {
    const { stdout = "", stderr = "" } = Object(error);
    throw new Error(`${command} failed\n${stdout.slice(-4_000)}${stderr.slice(-4_000)}`);
  }
}

/** The base image has one Node, and it is the first on the path; npm comes from this machine. */
async function pathWithThisNode({ into, environment }: BuildOptions): Promise<string> {
  await mkdir(into, { recursive: true });
  const folder = await mkdtemp(join(into, "bin-"));
  await symlink(process.execPath, join(folder, "node"));
  return `${folder}:${environment.PATH}`;
}
