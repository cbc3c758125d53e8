import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";

/** `start.ts` beside what it would start: Next's command, or the server that an image has. @returns what that was told */
function start(environment: Record<string, string>, parts: "repository" | "image" = "repository") {
  const folder = mkdtempSync(join(tmpdir(), "start-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(join(import.meta.dirname, "../start.ts"), join(folder, "start.ts"));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  if (parts === "image") {
    const server = "process.stdout.write([process.env.HOSTNAME, process.env.PORT].join(' '))";
    writeFileSync(join(folder, "server.js"), server);
  } else {
    const bin = join(folder, "node_modules/next/dist/bin");
    mkdirSync(bin, { recursive: true });
    writeFileSync(join(folder, "node_modules/next/package.json"), "{}");
    writeFileSync(join(bin, "next"), "process.stdout.write(process.argv.slice(2).join(' '))");
  }
  const options = { env: { NODE_ENV: "production", ...environment }, encoding: "utf8" } as const;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(folder, "start.ts"), "-H", "::"],
    options,
  );
  return { status, stdout, stderr };
}

it("listens on this machine alone, where nothing else is said", () => {
  expect(start({})).toMatchObject({ status: 0, stdout: "start -H localhost -p 3000" });
  expect(start({ HOST: "", PORT: "" })).toMatchObject({ stdout: "start -H localhost -p 3000" });
  expect(start({ HOSTNAME: "0a1b2c3d4e5f" }, "image")).toMatchObject({ stdout: "localhost 3000" });
});

it("listens where HOST and PORT say", () => {
  const environment = { HOST: "::1", PORT: "8080" };
  expect(start(environment)).toMatchObject({ status: 0, stdout: "start -H ::1 -p 8080" });
  expect(start({ ...environment, HOSTNAME: "0a1b2c3d4e5f" }, "image")).toMatchObject({ stdout: "::1 8080" });
});

it.each([
  ["HOST", "http://0.0.0.0"],
  ["HOST", "0.0.0.0 --inspect"],
  ["PORT", "eighty"],
  ["PORT", "65536"],
  ["PORT", "-1"],
])("does not start with a %s of %j, and says so without quoting it", (name, value) => {
  const { status, stdout, stderr } = start({ [name]: value });
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  expect(stderr).toContain(`  ${name}: `);
  expect(stderr).not.toContain(value);
});
