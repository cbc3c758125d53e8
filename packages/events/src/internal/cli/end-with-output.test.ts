import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { describe, expect, it } from "vitest";

const cli = join(import.meta.dirname, "../../cli.ts");
/** As a shell runs it; the first place is the command itself. */
const inShell = (script: string) =>
  spawnSync("bash", ["-c", script], {
    encoding: "utf8",
    env: { ...process.env, NODE: process.execPath, CLI: cli },
  });

describe("what is printed", () => {
  it("may be read in part: the command ends quietly and well", () => {
    const { stdout, stderr } = inShell('set -o pipefail; "$NODE" "$CLI" list --json | head -n 1; echo $?');
    expect({ stdout, stderr }).toEqual({ stdout: "[\n0\n", stderr: "" });
  });

  it.runIf(existsSync("/dev/full"))("may not fit on the disk: one line says so, and the code is 4", () => {
    const { status, stderr } = inShell('"$NODE" "$CLI" list > /dev/full');
    expect({ status, stderr }).toEqual({
      status: 4,
      stderr: "org-events: what is printed cannot be written (ENOSPC)\n",
    });
  });
});

it("validate reads events as they come, in less memory than they need", () => {
  const line = JSON.stringify({
    name: "order.updated",
    data: { orderId: "ord_1", status: "packed", unknown: "x".repeat(900) },
  });
  const { stdout, stderr } = inShell(
    `yes '${line}' | head -n 100000 | "$NODE" --max-old-space-size=64 "$CLI" validate -`,
  );
  expect({ stdout, stderr }).toEqual({ stdout: "100000 of 100000 events are valid\n", stderr: "" });
}, 60_000);
