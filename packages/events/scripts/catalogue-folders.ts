import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { EventDefinition } from "../src/internal/define-event.ts";
import { eventSlug } from "../src/internal/event-slug.ts";
import { isEventDefinition } from "../src/internal/is-event-definition.ts";

/** Files of a catalogue's folder that declare no event. */
const withoutEvents = new Set(["index.ts", "fields.ts"]);

type Exports = Readonly<Record<string, unknown>>;

/** What a folder of events says against being one event a file and one line each; empty when nothing does. */
export async function problemsOfFolder(sources: string, catalogue: string): Promise<string[]> {
  const folder = join(sources, catalogue);
  const load = (file: string): Promise<Exports> => import(pathToFileURL(join(folder, file)).href);
  const listed = new Set(Object.values(await load("index.ts")));
  const files = (await readdir(folder)).filter((file) => file.endsWith(".ts") && !withoutEvents.has(file));
  const problems = files.map(async (file) => {
    const problem = problemOfFile(catalogue, file, await load(file), listed);
    return problem === undefined ? [] : [`packages/events/src/${catalogue}/${file} ${problem}`];
  });
  return (await Promise.all(problems)).flat();
}

function problemOfFile(
  catalogue: string,
  file: string,
  exports: Exports,
  listed: ReadonlySet<unknown>,
): string | undefined {
  const [found, another] = Object.entries(exports).flatMap(([name, value]) =>
    isEventDefinition(value) ? [{ name, definition: value }] : [],
  );
  if (!found)
    return "exports no event. Declare one with defineEvent, or move what events share to fields.ts.";
  if (another) return `exports ${found.name} and ${another.name}. Give each event a file of its own.`;
  const expected = namesFor(catalogue, found.definition);
  const { event } = found.definition;
  if (file !== expected.file) return `declares ${JSON.stringify(event)}. Rename it to ${expected.file}.`;
  if (found.name !== expected.name) return `exports ${found.name}. Call it ${expected.name}, as its file.`;
  if (listed.has(found.definition)) return undefined;
  return (
    `is not in the catalogue: nothing emits or shows ${JSON.stringify(event)}. Add this line to ` +
    `packages/events/src/${catalogue}/index.ts: export { ${expected.name} } from "./${file}";`
  );
}

function namesFor(catalogue: string, { event }: EventDefinition): { file: string; name: string } {
  const slug = eventSlug(catalogue, event);
  return { file: `${slug}.ts`, name: slug.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase()) };
}

/** Folders beside `internal` that no catalogue of the package stands for. */
export async function unknownFolders(sources: string, catalogues: readonly string[]): Promise<string[]> {
  const entries = await readdir(sources, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && entry.name !== "internal" && !catalogues.includes(entry.name))
    .map(
      ({ name }) =>
        `packages/events/src/${name} belongs to no catalogue. Declare it in src/${name}.ts, as src/operations.ts does, ` +
        "and add a line to src/internal/every-catalogue.ts.",
    );
}

/** @throws Error that says, for every file that is not what it should be, what to do */
export async function assertFolders(sources: string, catalogues: readonly { name: string }[]): Promise<void> {
  const names = catalogues.map(({ name }) => name);
  const problems = await Promise.all([
    unknownFolders(sources, names),
    ...names.map((name) => problemsOfFolder(sources, name)),
  ]);
  if (problems.flat().length > 0) throw new Error(problems.flat().join("\n"));
}
