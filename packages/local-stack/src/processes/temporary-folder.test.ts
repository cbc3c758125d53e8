import { existsSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { identify } from "./identity.ts";
import { temporaryFolder } from "./temporary-folder.ts";

it("deletes folders of killed processes, after ending what runs on them, and no others", async () => {
  const prefix = `temporary-folder-test-${process.pid}-`;
  const make = async (owner?: object) => {
    const folder = await mkdtemp(join(tmpdir(), prefix));
    if (owner) writeFileSync(join(folder, "owner"), JSON.stringify(owner));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    return folder;
  };
  const used = await make(identify(process.pid));
  const justMade = await make();
  const abandoned = await make({ pid: process.pid, started: "another time" });
  const ended: string[] = [];
  const abandon = async (folder: string) => {
    expect(existsSync(folder)).toBe(true);
    ended.push(folder);
  };
  const fresh = await temporaryFolder({ prefix, ownerFile: "owner", abandon });
  onTestFinished(() => rm(fresh, { recursive: true }));
  expect(ended).toEqual([abandoned]);
  expect([used, justMade, abandoned, fresh].map(existsSync)).toEqual([true, true, false, true]);
});
