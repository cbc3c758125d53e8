import type { Command } from "commander";
import { readableVersions } from "../release/release.ts";
import { describeFields } from "../schemas/describe-fields.ts";
import { toJsonSchema } from "../schemas/json-schema.ts";
import { type FoundEvent, findEvent } from "./catalogues.ts";
import type { CliContext } from "./context.ts";
import {
  type KnownReaders,
  type ReaderOptions,
  readKnownReaders,
  withReaderOptions,
} from "./known-readers.ts";
import { table } from "./table.ts";

interface ShowOptions extends ReaderOptions {
  json?: boolean;
}

export function addShowCommand(program: Command, context: CliContext): void {
  withReaderOptions(program.command("show <event>"), context)
    .description("one event: purpose, fields and who reads them, versions, examples")
    .option("--json", "print JSON")
    .action(async (event: string, { json, ...options }: ShowOptions) => {
      const shown = describe(findEvent(context, event), await readKnownReaders(context, options));
      context.print(json ? JSON.stringify(shown, null, 2) : asText(shown));
    });
}

function describe({ catalogue, definition }: FoundEvent, { fields: readers }: KnownReaders) {
  const { event, version, category, owner, kind, summary, key, revision, deprecation, schema, examples } =
    definition;
  const idParts = key && [event, ...key.map((field) => `{${field}}`), ...(revision ? [`{${revision}}`] : [])];
  return {
    ...{ event, catalogue: catalogue.name, category, version, kind, owner, summary },
    id: idParts ? idParts.join(":") : "none; the sender or the outbox gives one",
    ...(deprecation ? { deprecation } : {}),
    earlierVersions: readableVersions(definition),
    fields: describeFields(toJsonSchema(schema, "input")).map((field) => ({
      ...field,
      ...(readers ? { readers: readers.of(event, field.path) } : {}),
    })),
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
  const rows = fields.map(({ path, type, required, limits, personal, description, readers }) => [
    path,
    type,
    required ? "yes" : "",
    personal ?? "",
    readers ? readers.join(", ") || "nobody" : "not recorded",
    [description, limits].filter(Boolean).join("; "),
  ]);
  return [
    `${event}\n${summary}\n`,
    facts.map(([name = "", value]) => `${name.padEnd(10)} ${value}`).join("\n"),
    `\n${table(["FIELD", "TYPE", "REQUIRED", "PERSONAL", "READ BY", "NOTES"], rows)}\n`,
    ...examples.map((example) => `example  ${JSON.stringify(example)}`),
  ].join("\n");
}
