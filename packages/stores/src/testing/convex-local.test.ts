import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, it, onTestFinished } from "vitest";
import { convexDeployment } from "../convex/deployment.ts";
import { convexStores } from "../convex/stores.ts";

const script = join(import.meta.dirname, "../../scripts/convex-local.ts");
const serviceKey = "a service key of this test's own";
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();

function stateFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "convex-local-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, "state.json");
}

function start(file: string): ChildProcess & { stdout: NodeJS.ReadableStream } {
  const child = spawn(process.execPath, [script, "0", file, serviceKey], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

async function storesOf({ stdout }: { stdout: NodeJS.ReadableStream }) {
  const [line] = await once(createInterface(stdout), "line");
  const url = String(line).split(" ").at(-1) ?? "";
  return convexStores(convexDeployment({ url, serviceKey }));
}

it.each(["SIGTERM", "SIGKILL"] as const)(
  "what is in the local deployment's file is there again after a %s",
  async (signal) => {
    const file = stateFile();
    const first = start(file);
    const token = await (await storesOf(first)).sessions.open("user_1", inAnHour());
    if (signal === "SIGKILL") await expect.poll(() => existsSync(file), { timeout: 20_000 }).toBe(true);
    first.kill(signal);
    await once(first, "exit");
    const { sessions } = await storesOf(start(file));
    expect(await sessions.use(token)).toMatchObject({ userId: "user_1" });
  },
  60_000,
);

it("a file of other tables is refused, and left as it is", async () => {
  const file = stateFile();
  const text = JSON.stringify({ sessions: [{ somebody: "else's" }] });
  writeFileSync(file, text);
  const child = start(file);
  const said: Buffer[] = [];
  child.stderr?.on("data", (chunk: Buffer) => said.push(chunk));
  expect(await once(child, "exit")).toEqual([1, null]);
  expect(Buffer.concat(said).toString()).toContain("Delete it to begin anew");
  expect(readFileSync(file, "utf8")).toBe(text);
}, 60_000);
