import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import { type BuiltImage, buildImage } from "@org/tooling/images";
import { startEmulators } from "../src/emulators/start-emulators.ts";
import { freePort } from "../src/network/ports.ts";
import { startPostgres } from "../src/postgres/start-postgres.ts";
import { appEnvironment } from "../src/stack/environment.ts";

// Builds both apps' images without Docker, says what is in them, and starts them as a user who may write nowhere. `worker` does
// that one alone; the web app needs the database that the worker makes.

const execute = promisify(execFile);
/** Of nobody, whom every Linux has: what belongs to root, as an image's files do, it can read alone. */
const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
const say = (text: string) => void process.stdout.write(`${text}\n`);
const startTimeout = 60_000;
/** What a process ends with by itself once it was asked to: Next says 128 and the signal's number. */
const orderly: (number | null)[] = [0, 128 + 15];

interface Look {
  path: string;
  status: number;
}

/** What a container of an image is asked, once its own check finds it healthy. */
const images: Record<"worker" | "web", { most: number; before: string[][]; looks: Look[] }> = {
  // First: it brings the database that the web app reads.
  worker: {
    most: 300,
    before: [["node", "apps/worker/dist/cli.js", "migrate", "demo-data"]],
    looks: [
      { path: "/health/ready", status: 200 },
      { path: "/api/inngest/mohallamart", status: 200 },
    ],
  },
  web: {
    most: 150,
    before: [],
    looks: [
      { path: "/health/ready", status: 200 },
      { path: "/", status: 200 },
      { path: "/ten-ocean", status: 200 },
    ],
  },
};

const folder = await mkdtemp(join(tmpdir(), "images-"));
const postgres = await startPostgres();
const emulators = await startEmulators({ rateLimits: false });
try {
  await chmod(folder, 0o755);
  const nowhere = "http://127.0.0.1:9";
  const environment = appEnvironment({
    base: {},
    mode: "production",
    addresses: { web: "http://127.0.0.1:3000", worker: nowhere, engine: nowhere },
    ownEngine: true,
    databaseUrl: postgres.url,
    archiveDir: tmpdir(),
    rateLimits: false,
    emulators,
  });
  for (const [app, { most, before, looks }] of Object.entries(images)) {
    if (app === "web" && process.argv[2] === "worker") continue;
    say(`\n${app}`);
    const into = join(folder, app);
    const onStep = (step: string) => say(`  ${step}`);
    // The second image finds the packages as the first has built them from what is in an image.
    const builder = { ...process.env, TURBO_CACHE_DIR: join(folder, "turbo") };
    const image = await buildImage(`apps/${app}/Dockerfile`, { environment: builder, into, onStep });
    const contents = await contentsOf(image);
    say(
      `  contents, in MiB:\n${contents.map(({ size, path }) => `  ${String(size).padStart(6)}  ${path}`).join("\n")}`,
    );
    if ((contents[0]?.size ?? 0) > most)
      throw new Error(`The image of the ${app} is to have ${most} MiB at most.`);
    for (const command of before) await runOnce(image, command, environment);
    await tryContainer(image, environment, looks);
  }
} finally {
  await emulators.stop();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}

/** The size of all and of each folder two levels down, in MiB, largest first; Node and its system come to that. */
async function contentsOf({
  folder,
  workingDirectory,
}: BuiltImage): Promise<{ size: number; path: string }[]> {
  const { stdout } = await execute("du", ["-m", "--max-depth=2", "."], {
    cwd: join(folder, workingDirectory),
  });
  const rows = stdout
    .trim()
    .split("\n")
    .map((row) => row.split("\t"));
  return rows
    .map(([size, path = ""]) => ({ size: Number(size), path: path === "." ? "in all" : path }))
    .toSorted((a, b) => b.size - a.size)
    .slice(0, 14);
}

function container(image: BuiltImage, environment: NodeJS.ProcessEnv, change: NodeJS.ProcessEnv = {}) {
  const cwd = join(image.folder, image.workingDirectory);
  return { cwd, env: { ...image.environment, ...environment, ...change }, ...nobody };
}

async function runOnce(image: BuiltImage, command: string[], environment: NodeJS.ProcessEnv): Promise<void> {
  say(`  ${command.join(" ")}`);
  await execute(process.execPath, command.slice(1), container(image, environment));
}

/** Starts its command, waits for its own health check, looks, and expects it to end when it is asked to. */
async function tryContainer(image: BuiltImage, environment: NodeJS.ProcessEnv, looks: Look[]): Promise<void> {
  const port = await freePort();
  const options = container(image, environment, { PORT: String(port), HOST: "127.0.0.1" });
  const child = spawn(process.execPath, image.command.slice(1), {
    ...options,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = once(child, "exit");
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += chunk));
  try {
    const began = Date.now();
    while (!(await isHealthy(image, options))) {
      if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode}.`);
      if (Date.now() - began > startTimeout) throw new Error("Its health check never passed.");
      await delay(250);
    }
    say(`  healthy after ${((Date.now() - began) / 1000).toFixed(1)} s`);
    for (const look of looks) await answers(`http://127.0.0.1:${port}`, look);
    child.kill("SIGTERM");
    await Promise.race([ended, delay(15_000, undefined, { ref: false })]);
    if (!orderly.includes(child.exitCode)) throw new Error(`Asked to stop, it ended with ${child.exitCode}.`);
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error} It said:\n${said.slice(-4_000)}`);
  } finally {
    child.kill("SIGKILL");
  }
}

/** At last: what is cold may be unready at first, and whoever sends it requests asks again. */
async function answers(url: string, { path, status }: Look): Promise<void> {
  const began = Date.now();
  for (;;) {
    const answer = await fetch(url + path, { redirect: "manual" });
    if (answer.status === status) {
      say(`  ${path} answered ${status}`);
      return;
    }
    if (Date.now() - began > startTimeout)
      throw new Error(`${path} answered ${answer.status}: ${(await answer.text()).slice(0, 1_000)}`);
    await delay(500);
  }
}

async function isHealthy(image: BuiltImage, options: ReturnType<typeof container>): Promise<boolean> {
  return execute(process.execPath, image.healthCheck.slice(1), options).then(
    () => true,
    () => false,
  );
}
