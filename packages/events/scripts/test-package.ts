import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { catalogues } from "../src/catalogues.ts";
import { packageFolder } from "../src/internal/cli/package-folder.ts";
import { mohallaMartCatalogue } from "../src/mohallamart.ts";

const execute = promisify(execFile);

async function run(folder: string, command: string, ...args: string[]): Promise<string> {
  try {
    return (await execute(command, args, { cwd: folder, maxBuffer: 1e8 })).stdout;
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
    throw new Error(`${command} ${args.join(" ")} failed in ${folder}\n${stdout}${stderr}`);
  }
}

function expectEqual(what: string, actual: unknown, expected: unknown): void {
  if (JSON.stringify(actual) === JSON.stringify(expected)) return;
  throw new Error(`${what}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`);
}

/** The example, outside the workspace, with the tarball that would be published. */
async function installConsumer(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "events-consumer-"));
  await cp(join(packageFolder, "examples/consumer"), folder, { recursive: true });
  await run(packageFolder, "pnpm", "pack", "--pack-destination", folder);
  const [tarball = ""] = (await readdir(folder)).filter((file) => file.endsWith(".tgz"));
  await rename(join(folder, tarball), join(folder, "org-events.tgz"));
  await writeFile(join(folder, "pnpm-workspace.yaml"), "packages: []\nallowBuilds:\n  protobufjs: false\n");
  await run(folder, "pnpm", "install", "--prefer-offline");
  return folder;
}

/** Every file of the package that Inngest's absence must not matter to. */
async function withoutInngest(folder: string): Promise<void> {
  await rm(join(folder, "node_modules/inngest"), { recursive: true, force: true });
  const imports = [
    "",
    "/catalogues",
    ...catalogues.map(({ name }) => `/${name}`),
    "/compatibility",
    "/fields",
    "/money",
  ];
  const code = imports.map((path) => `await import("@org/events${path}");`).join("\n");
  await run(folder, "node", "--input-type=module", "--eval", code);
}

const folder = await installConsumer();
try {
  await run(folder, "pnpm", "run", "typecheck");
  const facts = JSON.parse((await run(folder, "node", "dist/main.js")).trim());
  expectEqual("the consumer's run", facts, {
    sent: ["order.created:ord_1"],
    full: true,
    channels: mohallaMartCatalogue.definitions.length,
    required: 6,
  });
  const listed: { event: string }[] = JSON.parse(
    await run(folder, "pnpm", "exec", "org-events", "list", "--json"),
  );
  const all = catalogues.flatMap(({ definitions }) => definitions.map(({ event }) => event));
  expectEqual(
    "org-events list",
    listed.map(({ event }) => event),
    all,
  );
  await withoutInngest(folder);
  process.stdout.write(`the packed package installs, type-checks under nodenext and bundler, and runs\n`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
