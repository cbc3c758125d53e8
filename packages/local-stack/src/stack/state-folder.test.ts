import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { identify } from "../processes/identity.ts";
import { InUseError } from "../processes/ownership.ts";
import { emptyStateFolder, runningStack, takeStateFolder } from "./state-folder.ts";

let path: string;
beforeEach(async () => {
  path = await mkdtemp(join(tmpdir(), "state-folder-test-"));
});
afterEach(() => rm(path, { recursive: true, force: true }));

function sleeper(): ChildProcess {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], {
    detached: true,
    stdio: "ignore",
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

/** Makes the folder look as if another process, running or not, had taken it. */
function takenBy(owner: { pid: number; started: string } | undefined, processes: unknown[] = []): void {
  writeFileSync(join(path, "stack.owner"), JSON.stringify(owner));
  writeFileSync(
    join(path, "stack.json"),
    JSON.stringify({ urls: { web: "http://127.0.0.1:3000" }, processes }),
  );
}

describe("the state folder", () => {
  it("is refused while another process runs on it, which says where it is", async () => {
    takenBy(identify(sleeper().pid ?? 0));
    await expect(takeStateFolder(path)).rejects.toThrow(InUseError);
    await expect(emptyStateFolder(path)).rejects.toThrow(InUseError);
    expect(runningStack(path)?.urls).toEqual({ web: "http://127.0.0.1:3000" });
  });

  it("is refused twice in one process too", async () => {
    const folder = await takeStateFolder(path);
    await expect(takeStateFolder(path)).rejects.toThrow(`in use by process ${process.pid}`);
    await folder.release();
    await (await takeStateFolder(path)).release();
  });

  it("ends what a killed stack left, and nothing that has its pid by chance", async () => {
    const [left, stranger] = [sleeper(), sleeper()];
    const ended = once(left, "exit");
    takenBy({ pid: process.pid, started: "another time" }, [
      identify(left.pid ?? 0),
      { pid: stranger.pid, started: "another time" },
    ]);
    const folder = await takeStateFolder(path);
    expect((await ended)[1]).toBe("SIGKILL");
    expect(identify(stranger.pid ?? 0)).toBeDefined();
    await folder.release();
    expect(runningStack(path)).toBeUndefined();
  });

  it("is emptied of data, but of nothing else", async () => {
    for (const part of ["postgres", "emulators", "engine", "archive", "pictures"])
      mkdirSync(join(path, part, "some"), { recursive: true });
    writeFileSync(join(path, "notes.txt"), "mine");
    await emptyStateFolder(path);
    expect(readdirSync(path)).toEqual(["notes.txt"]);
    await expect(emptyStateFolder(join(path, "none"))).resolves.toBeUndefined();
  });

  it("is temporary when none is given", async () => {
    const folder = await takeStateFolder();
    expect(readdirSync(folder.path)).toContain("engine");
    await folder.release();
    expect(() => readdirSync(folder.path)).toThrow("ENOENT");
  });
});
