import type { EventDefinition } from "../../src/internal/define-event.ts";
import { aboutEvent } from "./describe.ts";
import type { Place } from "./source-file.ts";
import { comment, type DeclaredLine } from "./written-data.ts";

/** What a catalogue's emitters are called: `{ orderEvents: { created: orderCreated } }`. */
type Groups = Readonly<Record<string, Readonly<Record<string, EventDefinition>>>>;

/** The constant that an event is exported as, and where. */
export interface ExportedEvent {
  name: string;
  place: Place;
}

/**
 * A catalogue's declarations with its emitters written out, each with what its event says.
 * @throws Error when the file declares no emitters
 */
export function withWrittenEmitters(
  declarations: string,
  groups: Groups,
  exported: (definition: EventDefinition) => ExportedEvent,
): DeclaredLine[] {
  const [, before = "", create, parameters, after = ""] =
    /^([\s\S]*)export declare function create(\w+)Events(\([^)]*\)): Emitters<typeof events>;([\s\S]*)$/.exec(
      declarations,
    ) ?? [];
  if (!create) throw new Error("A catalogue's declarations declare no emitters.");
  const imports = before.replace("type Emitters }", "type Emit, type ManyEmitter }");
  const all = Object.entries(groups);
  return [
    ...imports
      .trimEnd()
      .split("\n")
      .map((text) => ({ text })),
    `export declare function create${create}Events${parameters}: ${create}Emitters;`,
    ...after.trim().split("\n"),
    `/** The emitters of ${create}, by the events' categories and verbs. */`,
    `export interface ${create}Emitters extends ManyEmitter<typeof events> {`,
    ...all.flatMap(([group, verbs]) => [
      ...comment(
        [
          `Emits ${Object.values(verbs)
            .map(({ event }) => `\`${event}\``)
            .join(", ")}.`,
        ],
        "    ",
      ),
      `    readonly ${group}: ${typeOf(group)};`,
    ]),
    "}",
    ...all.flatMap(([group, verbs]) => [
      `/** The emitters of \`${group}\`. */`,
      `export interface ${typeOf(group)} {`,
      ...Object.entries(verbs).flatMap(([verb, definition]) => {
        const { name, place } = exported(definition);
        const text = `    readonly ${verb}: Emit<typeof events.${name}>;`;
        return [...aboutEvent(definition, "    "), { text, from: place }];
      }),
      "}",
    ]),
  ].map((line) => (typeof line === "string" ? { text: line } : line));
}

/** `orderEvents` is `OrderEmitters`. */
function typeOf(group: string): string {
  return `${group.charAt(0).toUpperCase()}${group.slice(1).replace(/Events$/, "")}Emitters`;
}
