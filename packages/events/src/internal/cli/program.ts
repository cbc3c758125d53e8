import { Command, CommanderError } from "commander";
import { addCheckCommand } from "./check.ts";
import { type CliContext, CommandError, exitCodes } from "./context.ts";
import { addEmitCommand } from "./emit.ts";
import { addListCommand } from "./list.ts";
import { packageVersion } from "./package-folder.ts";
import { addReadersCommand } from "./readers.ts";
import { addReleaseCommand } from "./release.ts";
import { addSampleCommand } from "./sample.ts";
import { addSchemaCommands } from "./schema.ts";
import { addShowCommand } from "./show.ts";
import { addValidateCommand } from "./validate.ts";

const help = `
Exit codes:
  0  done
  1  the answer is no: an invalid event, an incompatible contract
  2  the command line is wrong: an unknown command, event, option or file
  3  the engine could not be reached, or refused the event
  4  what is printed could not be written; a reader that has enough, as head, is no failure

Examples:
  org-events list --category order
  org-events show order.created
  org-events sample order.created --count 3 | org-events validate -
  org-events emit order.updated --data '{"orderId":"ord_456","status":"packed"}'
  org-events schema order.created --target draft-07 > order-created.json
  org-events check --against main --json
  org-events readers record --as @acme/warehouse --out readers.json -- npm test`;

/** Runs one command line and returns its exit code. */
export async function runCli(argv: readonly string[], context: CliContext): Promise<number> {
  try {
    await createProgram(context).parseAsync([...argv], { from: "user" });
    return exitCodes.ok;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
    if (!CommandError.isInstance(error)) throw error;
    if (error.message) context.complain(`org-events: ${error.message}`);
    return error.exitCode;
  }
}

function createProgram(context: CliContext): Command {
  const program = new Command("org-events")
    .description("The event contracts: list, show, validate, emit, and compare with the last release.")
    .version(packageVersion())
    .enablePositionalOptions()
    .addHelpText("after", help)
    .configureOutput({
      writeOut: (text) => context.print(text.trimEnd()),
      writeErr: (text) => context.complain(text.trimEnd()),
    })
    .showHelpAfterError("Run org-events --help for the commands and examples.")
    .exitOverride();
  addListCommand(program, context);
  addShowCommand(program, context);
  addSchemaCommands(program, context);
  addValidateCommand(program, context);
  addSampleCommand(program, context);
  addEmitCommand(program, context);
  addCheckCommand(program, context);
  addReleaseCommand(program, context);
  addReadersCommand(program, context);
  return program;
}
