import { type ChildProcess, execFile, spawn } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const execute = promisify(execFile);
const packageFolder = join(import.meta.dirname, "..");

async function run(folder: string, [command = "", ...args]: readonly string[]): Promise<string> {
  try {
    return (await execute(command, args, { cwd: folder, maxBuffer: 1e8 })).stdout;
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
    throw new Error(`${command} ${args.join(" ")} failed in ${folder}\n${stdout}${stderr}`);
  }
}

/** The example, outside the workspace, with the tarball that would be published. */
async function installConsumer(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "local-engine-consumer-"));
  await cp(join(packageFolder, "examples/consumer"), folder, { recursive: true });
  await run(packageFolder, ["pnpm", "pack", "--pack-destination", folder]);
  const [tarball = ""] = (await readdir(folder)).filter((file) => file.endsWith(".tgz"));
  await rename(join(folder, tarball), join(folder, "org-local-engine.tgz"));
  await writeFile(
    join(folder, "pnpm-workspace.yaml"),
    "packages: []\nallowBuilds:\n  esbuild: false\n  protobufjs: false\n",
  );
  await run(folder, ["pnpm", "install", "--prefer-offline"]);
  return folder;
}

/** The installed package's own command. Resolves to its address once it is ready. */
function startEngine(folder: string): Promise<{ url: string; child: ChildProcess }> {
  const cli = join(folder, "node_modules/@org/local-engine/dist/cli.js");
  const flags = ["dev", "--port", "0", "--json", "--no-discovery", "--no-poll", "--retry-interval", "1"];
  const child = spawn(process.execPath, [cli, ...flags], { stdio: ["ignore", "pipe", "inherit"] });
  return new Promise((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`the engine ended with ${code} before it was ready`)));
    child.stdout.on("data", (chunk: Buffer) => {
      const url = /"message":"ready","url":"([^"]+)"/.exec(chunk.toString())?.[1];
      if (url !== undefined) resolve({ url, child });
    });
  });
}

/** What nobody is to import does not resolve, and the engine itself asks for neither of its optional peers. */
async function checkExports(folder: string): Promise<void> {
  for (const path of ["dist/index.js", "core/core.js", "conformance/suite", "dashboard/views"]) {
    const code = `await import("@org/local-engine/${path}").then(
      () => { throw new Error("${path} resolves"); },
      (error) => { if (error.code !== "ERR_PACKAGE_PATH_NOT_EXPORTED") throw error; });`;
    await run(folder, ["node", "--input-type=module", "--eval", code]);
  }
  for (const peer of ["inngest", "vitest"]) await rm(join(folder, "node_modules", peer), { recursive: true });
  await run(folder, ["node", "--input-type=module", "--eval", 'await import("@org/local-engine");']);
}

const folder = await installConsumer();
try {
  await run(folder, ["pnpm", "run", "typecheck"]);
  await run(folder, ["pnpm", "exec", "local-engine", "--help"]);
  const { url, child } = await startEngine(folder);
  try {
    const settings = ["env", `ENGINE_URL=${url}`, "PATIENCE=3s"];
    // On the computer's clock, beside whatever else this machine does: a test that fails for that passes when repeated.
    const reporter = ["--retry=2", "--reporter=dot", "--reporter=json", "--outputFile=report.json"];
    await run(folder, [...settings, "pnpm", "exec", "vitest", "run", ...reporter]);
    const command = ["pnpm", "exec", "local-engine", "conformance", url];
    await run(folder, [...command, "--only", "runs each step once", "--quiet", "200ms"]);
    const report = JSON.parse(await readFile(join(folder, "report.json"), "utf8"));
    const { numPassedTests: passed, numPendingTests: skipped } = report;
    if (passed < 20) throw new Error(`only ${passed} tests ran: ${JSON.stringify(report)}`);
    process.stdout.write(
      `${passed} tests of the packed package pass; ${skipped} need a movable clock or controls\n`,
    );
  } finally {
    child.kill();
  }
  await checkExports(folder);
  process.stdout.write("the packed package installs, type-checks under nodenext and bundler, and runs\n");
} finally {
  await rm(folder, { recursive: true, force: true });
}
