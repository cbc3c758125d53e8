/** `pnpm workflows graph [--check]`, `readers`, `check` and `release`; each loads only what it needs. */
const [command, ...flags] = process.argv.slice(2);
const given = [command, ...flags].join(" ");

if (given === "graph" || given === "graph --check") {
  const { graph } = await import("./graph/command.ts");
  process.exitCode = await graph(flags.includes("--check"));
} else if (given === "readers") {
  const { recordReaders } = await import("./graph/record-readers.ts");
  process.exitCode = await recordReaders();
} else if (given === "check" || given === "release") {
  const { checkRelease, writeSnapshot } = await import("./release/command.ts");
  const { lines, refused } = given === "check" ? checkRelease() : writeSnapshot();
  (refused ? process.stderr : process.stdout).write(`${lines.join("\n")}\n`);
  process.exitCode = refused ? 1 : 0;
} else {
  process.stderr.write("Usage: pnpm workflows graph [--check] | readers | check | release\n");
  process.exitCode = 2;
}
