import { help, OptionsError, readOptions, type SimulateOptions } from "./options.ts";
import { simulate } from "./simulate.ts";

function optionsOrExit(): SimulateOptions {
  try {
    const options = readOptions(process.argv.slice(2));
    if (options) return options;
    process.stdout.write(help);
    process.exit(0);
  } catch (error) {
    if (!OptionsError.isInstance(error)) throw error;
    process.stderr.write(`${error.message}\n\n${help}`);
    process.exit(2);
  }
}

const options = optionsOrExit();
const failed = await simulate(options, (line) => process.stdout.write(`${line}\n`));
process.exitCode = failed > 0 ? 1 : 0;
