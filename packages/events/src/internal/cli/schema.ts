import { Argument, type Command, Option } from "commander";
import type { EventDefinition } from "../define-event.ts";
import { asyncApiDocument } from "../schemas/async-api.ts";
import { toJsonSchema } from "../schemas/json-schema.ts";
import { findCatalogue, findEvent } from "./catalogues.ts";
import { type CliContext, CommandError } from "./context.ts";
import { packageVersion } from "./package-folder.ts";

interface SchemaOptions {
  version?: string;
  target: "draft-07" | "2020-12";
}

/** Both print JSON with or without `--json`, which is accepted so that scripts may always pass it. */
export function addSchemaCommands(program: Command, context: CliContext): void {
  program
    .command("schema <event>")
    .description("JSON Schema of an event's data")
    .option("--version <v>", "an earlier version instead of the latest")
    .addOption(
      new Option("--target <draft>", "JSON Schema draft").choices(["2020-12", "draft-07"]).default("2020-12"),
    )
    .option("--json", "print JSON (always)")
    .action((event: string, { version, target }: SchemaOptions) => {
      const schema = versionOf(findEvent(context, event).definition, version);
      const draft = target === "draft-07" ? "draft-07" : "draft-2020-12";
      context.print(JSON.stringify(toJsonSchema(schema, "input", draft), null, 2));
    });
  program
    .command("asyncapi")
    .description("AsyncAPI 3.0 document of a catalogue")
    .addArgument(new Argument("<catalogue>").choices(context.catalogues.map(({ name }) => name)))
    .option("--json", "print JSON (always)")
    .action((name: string) => {
      context.print(
        JSON.stringify(asyncApiDocument(findCatalogue(context, name), packageVersion()), null, 2),
      );
    });
}

function versionOf(definition: EventDefinition, version = definition.version) {
  if (version === definition.version) return definition.schema;
  const known = [definition.version];
  for (let previous = definition.previous; previous; previous = previous.previous) {
    if (previous.version === version) return previous.schema;
    known.push(previous.version);
  }
  throw new CommandError(`${definition.event} has no version ${version}: it has ${known.join(", ")}`);
}
