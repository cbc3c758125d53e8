import { execFile } from "node:child_process";
import { once } from "node:events";
import { access, cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";
import { text } from "node:stream/consumers";
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

/** Where editors go from a name has to be in the package, for every declaration that has a map. */
async function goesToSources(folder: string): Promise<void> {
  const installed = join(folder, "node_modules/@org/events");
  const files = await readdir(join(installed, "dist"), { recursive: true });
  const maps = files
    .filter((file) => file.endsWith(".d.ts.map"))
    .map((file) => join(installed, "dist", file));
  const events = catalogues.flatMap(({ definitions }) => definitions).length;
  expectEqual("declaration maps", maps.length, events + catalogues.length);
  for (const map of maps) {
    const { sources }: { sources: string[] } = JSON.parse(await readFile(map, "utf8"));
    for (const source of sources) await access(join(dirname(map), source));
  }
}

/** The README's blocks, as they stand: programs are compiled with the example and run, commands go to a shell. */
async function writeReadme(folder: string): Promise<{ programs: string[]; commands: string[] }> {
  const readme = await readFile(join(folder, "node_modules/@org/events/README.md"), "utf8");
  const blocks = [...readme.matchAll(/^```(ts|sh)\n(.*?)^```$/gms)];
  const of = (language: string) => blocks.flatMap(([, is, code = ""]) => (is === language ? [code] : []));
  const programs = of("ts").map((code, place) => ({ name: `readme-${place + 1}`, code }));
  for (const { name, code } of programs) await writeFile(join(folder, `src/${name}.ts`), code);
  return {
    programs: programs.map(({ name }) => name),
    commands: of("sh").filter((code) => code.includes("npx org-events")),
  };
}

/** What the README's programs and commands send to, which takes everything. */
async function startEngine() {
  const taken: string[] = [];
  const server = createServer(async (request, response) => {
    const events: { name: string }[] = [JSON.parse(await text(request))].flat();
    taken.push(...events.map(({ name }) => name));
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ ids: events.map((_, place) => `id_${place}`), status: 200 }));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("The server has no port.");
  const environment = { INNGEST_BASE_URL: `http://127.0.0.1:${address.port}`, INNGEST_EVENT_KEY: "local" };
  return { taken, environment, close: () => server.close() };
}

async function tryReadme(folder: string, { programs, commands }: Awaited<ReturnType<typeof writeReadme>>) {
  const engine = await startEngine();
  const env = { ...process.env, ...engine.environment };
  try {
    for (const name of programs) await execute("node", [`dist/${name}.js`], { cwd: folder, env });
    for (const code of commands)
      await execute("bash", ["-euo", "pipefail", "-c", code], { cwd: folder, env });
  } finally {
    engine.close();
  }
  expectEqual("what the README's blocks send", engine.taken, ["user.created", "order.updated"]);
  const recorded = JSON.parse(await readFile(join(folder, "acme-warehouse.json"), "utf8"));
  expectEqual("what the README's command records", recorded, {
    readers: {
      "@acme/warehouse/pick-list": { "order.created": ["items", "items[].productId", "items[].quantity"] },
    },
  });
  expectEqual("the README's programs and lists of commands", [programs.length, commands.length], [4, 2]);
}

const folder = await installConsumer();
try {
  const readme = await writeReadme(folder);
  await run(folder, "pnpm", "run", "typecheck");
  await tryReadme(folder, readme);
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
  await goesToSources(folder);
  await withoutInngest(folder);
  process.stdout.write(`the packed package installs, type-checks under nodenext and bundler, and runs\n`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
