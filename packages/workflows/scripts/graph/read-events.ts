import { globSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { catalogues } from "@org/events/catalogues";
import { definitionNames } from "./definition-names.ts";
import type { FunctionNode } from "./read-functions.ts";
import { readSource } from "./read-source.ts";

/** Who sends an event of a catalogue, and who acts on it. */
export interface EventNode {
  event: string;
  catalogue: string;
  /** Commands by which people cause it, and workflows that send it. */
  senders: string[];
  /** Workflows that it starts, or that wait for it. */
  consumers: string[];
}

const commands = fileURLToPath(new URL("../../../commands/src", import.meta.url));

/** Every event of the catalogues, given the workflows; the commands are read from their sources. */
export async function readEvents(functions: FunctionNode[]): Promise<EventNode[]> {
  const causedBy = await readCommands();
  return catalogues.flatMap(({ name: catalogue, definitions }) =>
    definitions.map(({ event }) => ({
      event,
      catalogue,
      senders: [
        ...causedBy.flatMap(({ command, emits }) => (emits.includes(event) ? [command] : [])),
        ...functions.flatMap(({ id, emits }) => (emits.includes(event) ? [id] : [])),
      ],
      consumers: functions.flatMap(({ id, triggers, waitsFor }) =>
        triggers.some((trigger) => trigger.event === event) || waitsFor.includes(event) ? [id] : [],
      ),
    })),
  );
}

/** Every command that a product's index lists, with the names of the events that it causes. */
function readCommands(): Promise<{ command: string; emits: string[] }[]> {
  const files = globSync("*/index.ts", { cwd: commands }).flatMap((index) => {
    const listing = readFileSync(join(commands, index), "utf8").matchAll(/ from "\.\/(.+\.ts)";/g);
    return [...listing].map(([, file = ""]) => join(commands, dirname(index), file));
  });
  return Promise.all(
    files.toSorted().map(async (file) => ({
      command: basename(file, ".ts"),
      emits: await definitionNames(readSource(file).creates),
    })),
  );
}
