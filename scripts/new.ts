/**
 * Writes the files of a new part of the repository and formats them: `pnpm new event mohallamart order.lost`.
 * Asks for what is not given.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import process from "node:process";
import { fileURLToPath } from "node:url";

const cwd = fileURLToPath(new URL("..", import.meta.url));
const [kind, ...answers] = process.argv.slice(2);

function run(command: string, ...parameters: string[]): void {
  const { status } = spawnSync(command, parameters, { cwd, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}

/** What git does not have as it is: all that was just written is among it. */
function changedFiles(): string[] {
  const parameters = ["ls-files", "--modified", "--others", "--exclude-standard"];
  const { stdout } = spawnSync("git", parameters, { cwd, encoding: "utf8" });
  return stdout.split("\n").filter((path) => path !== "" && existsSync(`${cwd}/${path}`));
}

run("gen", "run", ...(kind ? [kind] : []), ...(answers.length > 0 ? ["--args", ...answers] : []));
run("biome", "check", "--write", "--no-errors-on-unmatched", "--log-level=error", ...changedFiles());
process.stdout.write(
  "Next: write down what it does where the new files have examples, and `pnpm generate` what follows from it.\n",
);
