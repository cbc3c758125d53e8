import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const execute = promisify(execFile);

export interface PackedConsumer {
  /** The folder of an example; its package.json depends on `file:<name>.tgz` of each package. */
  example: string;
  /** The folders of the packages to pack, by the name of the tarball: `{ "org-events": "…/packages/events" }`. */
  packages: Record<string, string>;
}

/** What a command prints. @throws Error with everything that it printed, when it fails. */
export type Run = (command: string, ...parameters: string[]) => Promise<string>;

/**
 * Copies an example to where no workspace is, installs the tarballs that would be published, and checks it there.
 * @param check gets a runner of commands in the folder.
 */
export async function inPackedConsumer(
  { example, packages }: PackedConsumer,
  check: (run: Run, folder: string) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "packed-consumer-"));
  try {
    await cp(example, folder, { recursive: true });
    const overrides: string[] = [];
    for (const [name, source] of Object.entries(packages)) {
      await pack(source, folder, name);
      overrides.push(`  "@${name.replace("-", "/")}": "file:${join(folder, `${name}.tgz`)}"`);
    }
    const workspace = ["packages: []", "overrides:", ...overrides, "allowBuilds:"];
    await writeFile(
      join(folder, "pnpm-workspace.yaml"),
      `${[...workspace, "  esbuild: false", "  protobufjs: false"].join("\n")}\n`,
    );
    const run = runnerIn(folder);
    await run("pnpm", "install", "--prefer-offline");
    await check(run, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function pack(source: string, folder: string, name: string): Promise<void> {
  const before = new Set(await readdir(folder));
  await runnerIn(source)("pnpm", "pack", "--pack-destination", folder);
  const [tarball = ""] = (await readdir(folder)).filter((file) => file.endsWith(".tgz") && !before.has(file));
  await rename(join(folder, tarball), join(folder, `${name}.tgz`));
}

export function runnerIn(folder: string): Run {
  return async (command, ...parameters) => {
    try {
      return (await execute(command, parameters, { cwd: folder, maxBuffer: 1e8 })).stdout;
    } catch (error) {
      const { stdout = "", stderr = "" } = Object(error);
      throw new Error(`${command} ${parameters.join(" ")} failed in ${folder}\n${stdout}${stderr}`);
    }
  };
}
