import { help, OptionsError, readOptions, type SimulateOptions } from "./options.ts";

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
// As in production, before React is loaded; and a plain object, as the SDK reads it for every header that it sends.
process.env = { ...process.env, NODE_ENV: "production" };
const { simulate } = await import("./simulate.ts");
const failed = await simulate(options, (line) => process.stdout.write(`${line}\n`));
process.exitCode = failed > 0 ? 1 : 0;
