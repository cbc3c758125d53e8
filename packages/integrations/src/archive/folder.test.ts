import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { failureOf } from "../contracts/failure.ts";
import { folderArchive } from "./folder.ts";

const root = await mkdtemp(join(tmpdir(), "archive-test-"));
afterAll(() => rm(root, { recursive: true, force: true }));
let made = 0;
const newFolder = () => join(root, `archive-${made++}`, "deeper");

it("a write that fails leaves no file, may be tried again, and then works", async () => {
  const folder = newFolder();
  const archive = folderArchive({ folder });
  // A folder of the file's own name makes the last step, the renaming, fail.
  await mkdir(join(folder, "logs", "a", "in-the-way"), { recursive: true });
  const failure = await failureOf(archive.put("logs/a", new Uint8Array(1000)));
  expect(failure).toMatchObject({ kind: "retryable", port: "archive", vendor: "folder" });
  expect(failure.message).toMatch(/^archive put: the archive folder failed \(E[A-Z]+\)\./);
  expect(await readdir(join(folder, "logs"))).toEqual(["a"]);
  await rm(join(folder, "logs", "a"), { recursive: true });
  await archive.put("logs/a", new Uint8Array(1000));
  expect(await archive.get("logs/a")).toHaveLength(1000);
});

it("what a crash left half-written is neither listed nor read", async () => {
  const folder = newFolder();
  const archive = folderArchive({ folder });
  await archive.put("logs/a", new Uint8Array(1));
  await writeFile(join(folder, "logs", ".0f0e.partial"), "half");
  expect(await archive.list()).toEqual(["logs/a"]);
});

it("a folder that cannot be made is a failure that may pass", async () => {
  const blocked = join(root, "a-file");
  await writeFile(blocked, "");
  const archive = folderArchive({ folder: join(blocked, "archive") });
  expect(await failureOf(archive.put("a", new Uint8Array(1)))).toMatchObject({ kind: "retryable" });
});
