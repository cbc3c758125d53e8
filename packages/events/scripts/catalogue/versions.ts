import type * as z from "zod";
import { compareEventSchemas } from "../../src/internal/compatibility/compare-event-schemas.ts";
import type { EventDefinition } from "../../src/internal/define-event.ts";
import { describeFields, type FieldDescription } from "../../src/internal/schemas/describe-fields.ts";
import { toJsonSchema } from "../../src/internal/schemas/json-schema.ts";
import { type Html, html } from "./html.ts";
import { table } from "./layout.ts";

interface Version {
  version: string;
  schema: z.ZodType;
  sunset?: string | undefined;
}

/** Every version of an event, and each beside the one before it with what changed between them. */
export function versionsSection(definition: EventDefinition): Html {
  const versions: Version[] = [{ version: definition.version, schema: definition.schema }];
  for (let earlier = definition.previous; earlier; earlier = earlier.previous) versions.push(earlier);
  const list = versions.map(({ version, sunset }, index) => {
    const state = index === 0 ? "latest" : sunset ? `may be sent until ${sunset}` : "still read";
    return html`<li><code>${version}</code> ${state}</li>`;
  });
  const pairs = versions.slice(1).map((before, index) => beside(before, versions[index] ?? before));
  return html`<section><h2>Versions</h2><ul>${list}</ul>${pairs}</section>`;
}

function beside(before: Version, after: Version): Html {
  const [old, young] = [fieldsOf(before), fieldsOf(after)];
  const paths = [...new Set([...old.keys(), ...young.keys()])];
  const rows = paths.map((path) => {
    const [one, other] = [words(old.get(path)), words(young.get(path))];
    const change = one === other ? "" : one === "" ? "added" : other === "" ? "removed" : "changed";
    return [html`<code>${path}</code>`, html`${one || "–"}`, html`${other || "–"}`, html`${mark(change)}`];
  });
  const { backward, forward, changes } = compareEventSchemas(before.schema, after.schema);
  const title = `${before.version} beside ${after.version}`;
  return html`<h3>${title}</h3>
${table(title, ["Field", before.version, after.version, "Change"], rows)}
<p>Without an upcaster, new readers would take old events: ${answer(backward)}. Old readers take new events: ${answer(forward)}.</p>
<ul>${changes.map(({ path, message }) => html`<li><code>${path || "data"}</code>: ${message}</li>`)}</ul>`;
}

function mark(change: string): Html {
  return change ? html`<strong class="${change}">${change}</strong>` : html``;
}

function answer(compatible: boolean | "unproved"): string {
  if (compatible === "unproved") return "not proven";
  return compatible ? "yes" : "no";
}

function fieldsOf({ schema }: Version): Map<string, FieldDescription> {
  return new Map(describeFields(toJsonSchema(schema, "input")).map((field) => [field.path, field]));
}

function words(field: FieldDescription | undefined): string {
  if (!field) return "";
  const { type, required, limits, personal } = field;
  return [required ? type : `${type}, optional`, limits, personal && `personal: ${personal}`]
    .filter(Boolean)
    .join("; ");
}
