import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { composites } from "../../src/composites.ts";
import { apps } from "./apps.ts";
import { follow } from "./mermaid.ts";
import { outsideEvents } from "./outside-events.ts";
import { pages } from "./pages.ts";
import { readEvents } from "./read-events.ts";
import { readFunctions } from "./read-functions.ts";

const root = new URL("../../../../", import.meta.url);

function read(path: string): string | undefined {
  try {
    return readFileSync(new URL(path, root), "utf8");
  } catch {
    return undefined;
  }
}

/**
 * Prints the composites and writes what is generated, or only compares it.
 * @returns the exit code
 */
export async function graph(onlyCheck: boolean): Promise<number> {
  const functions = await readFunctions(apps);
  const events = await readEvents(functions);
  const files = pages({ apps, functions, events }, read("packages/workflows/package.json") ?? "{}");
  const stale = [...files].filter(([path, content]) => read(path) !== content).map(([path]) => path);

  if (onlyCheck) {
    if (stale.length > 0) {
      process.stderr.write(
        `Stale: ${stale.join(", ")}. Run \`pnpm workflows graph\` and commit the result.\n`,
      );
      return 1;
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
  return 0;
}
