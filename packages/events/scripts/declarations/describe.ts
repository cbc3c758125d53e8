import type { EventDefinition } from "../../src/internal/define-event.ts";
import { describeFields } from "../../src/internal/schemas/describe-fields.ts";
import { toJsonSchema } from "../../src/internal/schemas/json-schema.ts";
import type { ContractSource } from "./field-sources.ts";
import { comment, type DeclaredLine, describedType } from "./written-data.ts";

/**
 * A contract's declarations as editors are to show them: the event's data as a type of its own, each field with what it
 * is, and the event with when it is emitted, its fields and an example.
 * @throws Error when the file declares no event
 */
export function described(
  declarations: string,
  definition: EventDefinition,
  source: ContractSource,
): DeclaredLine[] {
  const [, before = "", name, types = ""] =
    /^([\s\S]*)export declare const (\w+): import\("\.\.\/index\.[jt]s"\)\.EventDefinition<([\s\S]*)>;\s*$/.exec(
      declarations,
    ) ?? [];
  const [event, shape, category, data] = splitTypes(types);
  if (!name || !data) throw new Error(`The declarations of ${definition.event} declare no event.`);
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const fields = describeFields(toJsonSchema(definition.schema, "input"));
  const describing = {
    fields: new Map(fields.map((field) => [field.path, field])),
    sources: source.fields,
    // What every event carries besides its own fields is in no example: a sender may leave it out.
    example: {
      occurredAt: "2026-11-01T09:30:00.000Z",
      correlationId: "evt_1",
      causationId: "evt_1",
      ...definition.examples[0],
    },
  };
  const [opening, ...members] = data
    .replace("occurredAt: string;", "occurredAt?: string | undefined;")
    .split("\n");
  const texts = (lines: readonly string[]): DeclaredLine[] => lines.map((text) => ({ text }));
  return [
    ...texts([...before.trimEnd().split("\n"), 'import type { EventDefinition } from "../index.js";']),
    ...texts(comment([`The data of \`${definition.event}\` as it is sent: ${definition.summary}`])),
    { text: `export type New${type}Data = ${opening}` },
    ...describedType(members.join("\n"), describing),
    ...texts(comment([`The data of \`${definition.event}\`: ${definition.summary}`])),
    ...texts([`export type ${type}Data = New${type}Data & {`, "    occurredAt: string;", "};"]),
    ...texts(comment([`The schemas of the fields of \`${definition.event}\`.`])),
    ...texts(`export type ${type}Shape = ${shape};`.split("\n")),
    ...texts(aboutEvent(definition)),
    {
      text: `export declare const ${name}: EventDefinition<${event}, ${type}Shape, ${category}, ${type}Data, New${type}Data>;`,
      from: source.place,
    },
  ];
}

/** What an editor shows of an event, wherever its name stands. */
export function aboutEvent(definition: EventDefinition, indentation = ""): string[] {
  const { event, version, kind, owner, summary, schema, examples } = definition;
  const fields = describeFields(toJsonSchema(schema, "input")).map(
    ({ path, type, required, limits, personal, description }) => {
      const about = [limits && `\`${limits}\``, personal && `personal data: ${personal}`, description];
      const more = about.filter((part) => part).join("; ");
      return `- \`${path}${required ? "" : "?"}\`: \`${type}\`${more ? `, ${more}` : ""}`;
    },
  );
  return comment(
    [
      summary,
      "",
      `\`${event}\`, version ${version}: a ${kind} of the team ${owner}.`,
      "",
      ...fields,
      "",
      "@example",
      "```json",
      ...JSON.stringify(examples[0], null, 2).split("\n"),
      "```",
    ],
    indentation,
  );
}

/** The types between two brackets: those that commas part which stand in no bracket of their own and in no text. */
export function splitTypes(types: string): string[] {
  const parts = [""];
  let depth = 0;
  for (const [token] of types.matchAll(/"(?:[^"\\]|\\.)*"|=>|[\s\S]/g)) {
    if ("<{([".includes(token)) depth += 1;
    else if (">})]".includes(token)) depth -= 1;
    if (token === "," && depth === 0) parts.push("");
    else parts[parts.length - 1] += token;
  }
  return parts.map((part) => part.trim());
}
