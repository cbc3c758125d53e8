import { type LogLevel, readCliOptions, usage } from "./cli-options.ts";
import { UsageError } from "./command-line.ts";
import { conformanceUsage, readConformanceOptions } from "./conformance-options.ts";
import { type DevServerOptions, startDevServer } from "./dev-server.ts";

const severity: Record<LogLevel, number> = { debug: 0, info: 1, warn: 2, error: 3 };

function createLogger(json: boolean, minimum: LogLevel) {
  return (level: LogLevel, message: string, details: Record<string, unknown>) => {
    if (severity[level] < severity[minimum]) return;
    const time = new Date().toISOString();
    const extra = Object.entries(details).map(([key, value]) => ` ${key}=${String(value)}`);
    const line = json
      ? JSON.stringify({ time, level, message, ...details })
      : `${time} ${level} ${message}${extra.join("")}`;
    process.stdout.write(`${line}\n`);
  };
}

async function main(
  commandLine: readonly string[],
  adjust: (options: DevServerOptions) => DevServerOptions,
): Promise<void> {
  if (commandLine[0] === "conformance") return prove(commandLine.slice(1));
  const options = readCliOptions(commandLine);
  if (!options) {
    process.stdout.write(usage);
    return;
  }
  const log = createLogger(options.json, options.logLevel);
  const server = await startDevServer(adjust({ ...options.server, log }));
  const { sdkUrls = [], stateFolder } = options.server;
  log("info", "ready", { url: server.url, apps: sdkUrls.length, state: stateFolder ?? "memory" });
  const stop = () => {
    server.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}

async function prove(commandLine: readonly string[]): Promise<void> {
  const options = readConformanceOptions(commandLine);
  if (!options) {
    process.stdout.write(conformanceUsage);
    return;
  }
  // The dev server does without the suite's peers, and is up sooner without its modules.
  const { runConformance } = await import("./conformance/runner/command.ts");
  process.exitCode = await runConformance(options, (text) => process.stdout.write(text));
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ("code" in error && error.code === "EADDRINUSE")
    return `${error.message}. Choose another port with --port.`;
  return error.message;
}

/**
 * Runs the command line, and ends the process when it cannot be run: 2 for wrong usage, 1 for anything else.
 * @param adjust changes the server's options before it starts.
 */
export async function runCli(
  commandLine: readonly string[],
  adjust: (options: DevServerOptions) => DevServerOptions = (options) => options,
): Promise<void> {
  try {
    await main(commandLine, adjust);
  } catch (error) {
    process.stderr.write(`local-engine: ${explain(error)}\n`);
    process.exit(UsageError.isInstance(error) ? 2 : 1);
  }
}
