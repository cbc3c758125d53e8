import type { Command } from "commander";
import { readableVersions } from "../release/release.ts";
import { describeFields } from "../schemas/describe-fields.ts";
import { toJsonSchema } from "../schemas/json-schema.ts";
import { type FoundEvent, findEvent } from "./catalogues.ts";
import type { CliContext } from "./context.ts";
import { table } from "./table.ts";

export function addShowCommand(program: Command, context: CliContext): void {
  program
    .command("show <event>")
    .description("one event: purpose, fields, versions, examples")
    .option("--json", "print JSON")
    .action((event: string, { json }: { json?: boolean }) => {
      const shown = describe(findEvent(context, event));
      context.print(json ? JSON.stringify(shown, null, 2) : asText(shown));
    });
}

function describe({ catalogue, definition }: FoundEvent) {
  const { event, version, category, owner, kind, summary, key, revision, deprecation, schema, examples } =
    definition;
  const idParts = key && [event, ...key.map((field) => `{${field}}`), ...(revision ? [`{${revision}}`] : [])];
  return {
    ...{ event, catalogue: catalogue.name, category, version, kind, owner, summary },
    id: idParts ? idParts.join(":") : "none; the sender or the outbox gives one",
    ...(deprecation ? { deprecation } : {}),
    earlierVersions: readableVersions(definition),
    fields: describeFields(toJsonSchema(schema, "input")),
    examples,
  };
}

function asText(shown: ReturnType<typeof describe>): string {
  const { event, summary, fields, examples, earlierVersions, deprecation, catalogue, category } = shown;
  const earlier = earlierVersions.map(({ version, sunset }) =>
    sunset ? `${version} until ${sunset}` : version,
  );
  const facts = [
    ["catalogue", `${catalogue}, ${category}`],
    ["version", `${shown.version}${earlier.length > 0 ? `; still read: ${earlier.join(", ")}` : ""}`],
    ["kind", shown.kind],
    ["owner", shown.owner],
    ["id", shown.id],
    ...(deprecation ? [["deprecated", JSON.stringify(deprecation)]] : []),
  ];
  const rows = fields.map(({ path, type, required, limits, personal, description }) => [
    path,
    type,
    required ? "yes" : "",
    personal ?? "",
    [description, limits].filter(Boolean).join("; "),
  ]);
  return [
    `${event}\n${summary}\n`,
    facts.map(([name = "", value]) => `${name.padEnd(10)} ${value}`).join("\n"),
    `\n${table(["FIELD", "TYPE", "REQUIRED", "PERSONAL", "NOTES"], rows)}\n`,
    ...examples.map((example) => `example  ${JSON.stringify(example)}`),
  ].join("\n");
}
