/** Installs the packed packages outside the workspace, and takes one workflow of them as another team would. */
import { execFile } from "node:child_process";
import { copyFile, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

const execute = promisify(execFile);
const packageFolder = join(import.meta.dirname, "..");
const sources = ["examples/corner-shop.ts", "scripts/try-corner-shop.ts"];
const names = ["events", "integrations", "stores", "workflows", "local-engine"];

/** Guarantee: `execFile` rejects with what the command printed. */
function printedBy(error: unknown): string {
  const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
  return `${stdout}${stderr}`;
}

async function run(folder: string, command: string, ...args: string[]): Promise<string> {
  try {
    return (await execute(command, args, { cwd: folder, maxBuffer: 1e8 })).stdout;
  } catch (error) {
    throw new Error(`${command} ${args.join(" ")} failed in ${folder}\n${printedBy(error)}`);
  }
}

const compilerOptions = {
  ...{ target: "ES2023", module: "nodenext", strict: true, skipLibCheck: true, noEmit: true },
  ...{ allowImportingTsExtensions: true, types: ["node"] },
};

/** A project of its own, with the tarballs that would be published in place of everything of ours. */
async function installConsumer(folder: string): Promise<void> {
  for (const name of names) {
    await run(join(packageFolder, "..", name), "pnpm", "pack", "--pack-destination", folder);
  }
  const tarballs = (await readdir(folder)).filter((file) => file.endsWith(".tgz"));
  const ours = names.map((name) => {
    const tarball = tarballs.find((file) => file.startsWith(`org-${name}-`));
    if (!tarball) throw new Error(`There is no tarball of ${name} among ${tarballs.join(", ")}.`);
    return [`@org/${name}`, `file:${join(folder, tarball)}`] as const;
  });
  const project = {
    ...{ name: "workflows-consumer", private: true, type: "module" },
    dependencies: { ...Object.fromEntries(ours), inngest: "^4.24.0" },
    devDependencies: { "@types/node": "^24.0.0", typescript: "7.0.2" },
  };
  const overrides = ours.map(([name, tarball]) => `  "${name}": "${tarball}"\n`);
  const workspace = `packages: []\noverrides:\n${overrides.join("")}allowBuilds:\n  esbuild: false\n  protobufjs: false\n`;
  await writeFile(join(folder, "package.json"), JSON.stringify(project));
  await writeFile(join(folder, "pnpm-workspace.yaml"), workspace);
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: sources }));
  for (const file of sources) {
    await mkdir(join(folder, dirname(file)), { recursive: true });
    await copyFile(join(packageFolder, file), join(folder, file));
  }
  await run(folder, "pnpm", "install", "--prefer-offline");
}

const folder = await mkdtemp(join(tmpdir(), "workflows-consumer-"));
try {
  await installConsumer(folder);
  await run(folder, "pnpm", "exec", "tsc");
  await run(folder, "pnpm", "exec", "tsc", "--module", "esnext", "--moduleResolution", "bundler");
  const { printed, output } = JSON.parse(await run(folder, "node", "scripts/try-corner-shop.ts"));
  if (
    output.email !== "asked" ||
    !printed[0].startsWith("+4930123456: Corner Shop: Corner Shop has your order ord_1")
  )
    throw new Error(`The order was not confirmed as expected: ${JSON.stringify({ printed, output })}`);
  process.stdout.write(
    "one workflow of the packed package type-checks under nodenext and bundler, and runs\n",
  );
} finally {
  await rm(folder, { recursive: true, force: true });
}
