import type { EventDefinition } from "../../src/internal/define-event.ts";
import { describeFields } from "../../src/internal/schemas/describe-fields.ts";
import { toJsonSchema } from "../../src/internal/schemas/json-schema.ts";

/**
 * A contract's declaration file with what an editor shows of its event: when it is emitted, every field with its limits, an
 * example. @throws Error when the file declares nothing
 */
export function described(declarations: string, definition: EventDefinition): string {
  const place = declarations.indexOf("export declare const ");
  if (place < 0) throw new Error(`The declarations of ${definition.event} declare no event.`);
  return `${declarations.slice(0, place)}${comment(definition)}${declarations.slice(place)}`;
}

function comment({ event, version, kind, owner, summary, schema, examples }: EventDefinition): string {
  const fields = describeFields(toJsonSchema(schema, "input")).map(
    ({ path, type, required, limits, personal, description }) => {
      const about = [limits && `\`${limits}\``, personal && `personal data: ${personal}`, description];
      const more = about.filter((part) => part).join("; ");
      return `- \`${path}${required ? "" : "?"}\`: \`${type}\`${more ? `, ${more}` : ""}`;
    },
  );
  const lines = [
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
  ];
  return `/**\n${lines.map((line) => ` * ${line}`.trimEnd().replaceAll("*/", "*\\/")).join("\n")}\n */\n`;
}
