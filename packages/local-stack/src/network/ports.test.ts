import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { freePort } from "./ports.ts";

const module = JSON.stringify(join(import.meta.dirname, "ports.ts"));

it("gives out a port once, also among processes that choose theirs before any of them listens", async () => {
  const program = `
    const { freePort } = await import(${module});
    const ports = [];
    for (let n = 0; n < 50; n += 1) ports.push(await freePort());
    // The others choose meanwhile.
    process.stdin.once("data", () => process.exit()).resume();
    console.log(JSON.stringify(ports));`;
  const choosing = Array.from({ length: 6 }, async () => {
    const run = promisify(execFile)(process.execPath, ["--input-type=module", "-e", program]);
    const line = await new Promise<string>((resolve) => run.child.stdout?.once("data", resolve));
    return { run, ports: JSON.parse(String(line)) as number[] };
  });
  const chosen = await Promise.all(choosing);
  for (const { run } of chosen) run.child.stdin?.end("done");
  await Promise.all(chosen.map(({ run }) => run));
  const ports = chosen.flatMap((process) => process.ports);
  expect(ports).toHaveLength(300);
  expect(new Set(ports).size).toBe(300);
});

it("ends with its process: what is asked for a port does not keep it running", async () => {
  const program = `const { freePort } = await import(${module}); console.log(await freePort());`;
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", program]);
  expect(Number(stdout)).toBeGreaterThan(20_000);
});

it("gives out other ports to each who asks at the same time", async () => {
  const ports = await Promise.all(Array.from({ length: 40 }, () => freePort()));
  expect(new Set(ports).size).toBe(40);
});
