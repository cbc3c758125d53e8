/** `pnpm workflows graph [--check]`: prints the composites and writes, or with --check compares, what is generated. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { composites } from "../src/composites.ts";
import { apps } from "./graph/apps.ts";
import { follow } from "./graph/mermaid.ts";
import { outsideEvents } from "./graph/outside-events.ts";
import { pages } from "./graph/pages.ts";
import { readEvents } from "./graph/read-events.ts";
import { readFunctions } from "./graph/read-functions.ts";

const root = new URL("../../../", import.meta.url);

function read(path: string): string | undefined {
  try {
    return readFileSync(new URL(path, root), "utf8");
  } catch {
    return undefined;
  }
}

const [command, ...flags] = process.argv.slice(2);
if (command !== "graph" || flags.some((flag) => flag !== "--check")) {
  process.stderr.write("Usage: pnpm workflows graph [--check]\n");
  process.exit(2);
}

const functions = await readFunctions(apps);
const events = await readEvents(functions);
const files = pages({ apps, functions, events }, read("packages/workflows/package.json") ?? "{}");
const stale = [...files].filter(([path, content]) => read(path) !== content).map(([path]) => path);

if (flags.includes("--check")) {
  if (stale.length > 0) {
    process.stderr.write(`Stale: ${stale.join(", ")}. Run \`pnpm workflows graph\` and commit the result.\n`);
    process.exit(1);
  }
  process.stdout.write(`${files.size} generated files are fresh.\n`);
} else {
  for (const { name, app, event } of composites) {
    const chain = follow(
      event,
      functions.filter((node) => node.app === app),
    ).map(({ id }) => id);
    process.stdout.write(`${name}: ${[event, ...chain].join(", ")}\n`);
  }
  for (const { event, senders, consumers } of events) {
    const { sender, consumer } = outsideEvents.get(event) ?? {};
    if (senders.length === 0 && !sender) process.stdout.write(`${event}: nobody sends it\n`);
    if (consumers.length === 0 && !consumer) process.stdout.write(`${event}: nobody acts on it\n`);
  }
  mkdirSync(new URL("docs/workflows/", root), { recursive: true });
  for (const path of stale) writeFileSync(new URL(path, root), files.get(path) ?? "");
  process.stdout.write(
    stale.length > 0 ? `Wrote ${stale.join(", ")}.\n` : "Every generated file was fresh.\n",
  );
}
