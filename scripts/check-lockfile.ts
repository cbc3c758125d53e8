/**
 * Fails when the lockfile lacks a tool's binary for one of the platforms we develop on, or names a registry host.
 *
 * pnpm leaves out an optional package that the registry does not have, without a word; whoever works on that
 * platform would then find the tool broken.
 */
import { readFileSync } from "node:fs";
import process from "node:process";

const platforms = ["darwin-arm64", "darwin-x64", "linux-arm64", "linux-x64"];

/** Families that exist for Linux only: the bundled Node (Macs bring their own) and rollup's faster lzma. */
const linuxOnly = new Set(["node", "@napi-rs/lzma"]);

const lockfile = readFileSync(new URL("../pnpm-lock.yaml", import.meta.url), "utf8");
const problems: string[] = [];

if (/tarball:|https?:\/\//.test(lockfile)) {
  problems.push(
    "pnpm-lock.yaml names a download address: remove it, so that any registry can serve the install",
  );
}

const families = new Map<string, Set<string>>();
for (const [, family, platform, version] of lockfile.matchAll(
  /^ {2}'?((?:@[\w.-]+\/)?[\w.-]*?)[-/]?((?:darwin|linux)-(?:arm64|x64|64))[\w-]*@([^:'(]+)'?:$/gm,
)) {
  if (!family || !platform) continue;
  const key = `${family}@${version}`;
  families.set(key, (families.get(key) ?? new Set()).add(platform.replace(/-64$/, "-x64")));
}

for (const [key, found] of families) {
  if (linuxOnly.has(key.slice(0, key.lastIndexOf("@")))) continue;
  const missing = platforms.filter((platform) => !found.has(platform));
  if (missing.length > 0) {
    problems.push(
      `${key} has no package for ${missing.join(", ")}: pick a version that is published for all of them`,
    );
  }
}

if (problems.length > 0) {
  process.stderr.write(`${problems.map((problem) => `lockfile: ${problem}`).join("\n")}\n`);
  process.exit(1);
}
process.stdout.write(`lockfile: ${families.size} families of binaries, each for ${platforms.join(", ")}\n`);
