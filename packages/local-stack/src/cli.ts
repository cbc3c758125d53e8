import { join } from "node:path";
import { createOutput } from "./dev/output.ts";
import { run } from "./dev/run.ts";
import { findRoot } from "./stack/commands.ts";
import { emptyStateFolder } from "./stack/state-folder.ts";

const usage = `Usage: node cli.ts <command>

  dev      everything: Postgres, emulators, engine, worker and web app, with reload on save
  stack    Postgres, emulators and engine without the apps
  reset    deletes what these keep in .local/

ENGINE_URL=<url> uses an engine that runs elsewhere.
`;

// A closed terminal must not keep us from stopping what we started.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
const output = createOutput(process.stdout);

async function reset(): Promise<number> {
  const folder = join(findRoot(import.meta.dirname), ".local");
  await emptyStateFolder(folder);
  output.line(`${folder} holds no data any more.`);
  return 0;
}

const commands: ReadonlyMap<string, () => Promise<number>> = new Map([
  ["dev", () => run({ environment: process.env, parts: "everything", output })],
  ["stack", () => run({ environment: process.env, parts: "services", output })],
  ["reset", reset],
]);

const command = commands.get(process.argv[2] ?? "");
if (!command) {
  output.line(usage);
  process.exit(2);
}
process.exit(await command());
