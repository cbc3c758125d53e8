import { parseCommandLine, toHttpUrl, UsageError } from "./command-line.ts";
import { readExamples, readSchemas } from "./dashboard/examples.ts";
import type { DevServerOptions } from "./dev-server.ts";
import type { InferChoice } from "./engine/infer.ts";
import { retentionOf } from "./engine/pruner.ts";
import { damagedStateChoices } from "./store/state-damaged.ts";

export const usage = `local-engine dev [options]

  Runs Inngest functions on this machine: no account, no download, no network.

  -u, --sdk-url <url>        where an app serves Inngest; may be given several times
  -p, --port <port>          8288; 0 takes a free one
      --host <host>          127.0.0.1
      --no-discovery         do not look for apps on common local ports
      --no-poll              do not look for changes of the apps
      --poll-interval <s>    seconds between such looks (5)
      --retry-interval <s>   seconds between attempts, in place of growing waits
      --tick <ms>            accepted for compatibility; work is taken up at once
      --persist              keep the state in .local-engine
      --state-dir <folder>   keep the state in this folder
      --damaged-state <what> when the state cannot be used: refuse to start, discard (begin anew, keep it aside) or
                             accept-loss (go on although acknowledged writes are missing) (refuse)
      --keep-days <days>     how long ended runs and their events are kept (14)
      --max-runs <n>         runs that have not ended; beyond them events are refused with 503 (200000)
      --examples <file>      event data to begin from on the web page: {"<event name>": [{…}]}
      --schemas <file>       JSON schemas by which the web page checks event data: {"<event name>": {…}}
      --home <url>           a page of the system that the engine is part of, which the web page links to
      --infer <who>          who answers step.ai.infer: stub (the default: models on this machine, and for others a text
                             that says that it is a stub), provider, or the address that stands in for all providers
      --signing-key <key>    sign calls to apps, and ask everybody for the key
      --event-key <key>      with a signing key: lets events in; may be given several times
      --json                 log lines as JSON
      --log-level <level>    debug, info, warn or error (info)

local-engine conformance <address>

  Proves that a server runs Inngest functions as Inngest does; conformance --help says more.
`;

const options = {
  "sdk-url": { type: "string", short: "u", multiple: true },
  port: { type: "string", short: "p" },
  host: { type: "string", default: "127.0.0.1" },
  "no-discovery": { type: "boolean", default: false },
  "no-poll": { type: "boolean", default: false },
  "poll-interval": { type: "string" },
  "retry-interval": { type: "string" },
  tick: { type: "string" },
  persist: { type: "boolean", default: false },
  "state-dir": { type: "string" },
  "damaged-state": { type: "string" },
  "keep-days": { type: "string" },
  "max-runs": { type: "string" },
  examples: { type: "string" },
  schemas: { type: "string" },
  home: { type: "string" },
  infer: { type: "string" },
  "signing-key": { type: "string" },
  "event-key": { type: "string", multiple: true },
  json: { type: "boolean", default: false },
  "log-level": { type: "string", default: "info" },
  help: { type: "boolean", short: "h", default: false },
} as const;

const logLevels = ["debug", "info", "warn", "error"] as const;
export type LogLevel = (typeof logLevels)[number];

export interface CliOptions {
  server: DevServerOptions;
  json: boolean;
  logLevel: LogLevel;
}

/**
 * Reads the arguments after the program's name. Undefined when help is asked for.
 * @throws UsageError for an unknown command, option or value, ExamplesError for an unusable file of examples or schemas.
 */
export function readCliOptions(commandLine: readonly string[]): CliOptions | undefined {
  const { values, positionals } = parseCommandLine(commandLine, options, usage);
  if (values.help || positionals[0] === "help") return undefined;
  if (positionals.length !== 1 || positionals[0] !== "dev") {
    throw new UsageError(
      `the commands are "dev" and "conformance", not "${positionals.join(" ")}".\n\n${usage}`,
    );
  }
  const level = logLevels.find((name) => name === values["log-level"]);
  if (!level)
    throw new UsageError(`--log-level is one of ${logLevels.join(", ")}, not "${values["log-level"]}".`);
  const stateFolder = values["state-dir"] ?? (values.persist ? ".local-engine" : undefined);
  const keepDays = readNumber("keep-days", values["keep-days"]);
  const retryInterval = readNumber("retry-interval", values["retry-interval"]);
  const maxRuns = readNumber("max-runs", values["max-runs"]);
  readNumber("tick", values.tick);
  return {
    server: {
      sdkUrls: (values["sdk-url"] ?? []).map(readUrl),
      port: readNumber("port", values.port) ?? 8288,
      host: values.host,
      discovery: !values["no-discovery"] && values["sdk-url"] === undefined,
      pollInterval: values["no-poll"]
        ? false
        : (readNumber("poll-interval", values["poll-interval"]) ?? 5) * 1_000,
      ...(retryInterval === undefined || retryInterval === 0 ? {} : { retryInterval: retryInterval * 1_000 }),
      ...(stateFolder === undefined ? {} : { stateFolder }),
      ...readDamagedState(values["damaged-state"]),
      ...(keepDays === undefined ? {} : { retention: retentionOf(keepDays) }),
      ...(maxRuns === undefined ? {} : { maxRunsInProgress: maxRuns }),
      ...(values.examples === undefined ? {} : { examples: readExamples(values.examples) }),
      ...(values.schemas === undefined ? {} : { schemas: readSchemas(values.schemas) }),
      ...(values.home === undefined ? {} : { home: readHome(values.home) }),
      ...(values.infer === undefined ? {} : { infer: readInfer(values.infer) }),
      ...(values["signing-key"] === undefined ? {} : { signingKey: values["signing-key"] }),
      ...(values["event-key"] === undefined ? {} : { eventKeys: values["event-key"] }),
    },
    json: values.json,
    logLevel: level,
  };
}

function readNumber(name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (Number.isFinite(number) && number >= 0) return number;
  throw new UsageError(`--${name} is a number of 0 or more, not "${value}".`);
}

function readDamagedState(value: string | undefined): Pick<DevServerOptions, "damagedState"> {
  if (value === undefined) return {};
  const damagedState = damagedStateChoices.find((choice) => choice === value);
  if (damagedState) return { damagedState };
  throw new UsageError(`--damaged-state is one of ${damagedStateChoices.join(", ")}, not "${value}".`);
}

function readInfer(value: string): InferChoice {
  if (value === "stub" || value === "provider") return value;
  const url = toHttpUrl(value);
  if (url) return url;
  throw new UsageError(
    `--infer is stub, provider or an address such as http://127.0.0.1:11434, not "${value}".`,
  );
}

function readHome(value: string): string {
  const url = toHttpUrl(value);
  if (url) return url.href;
  throw new UsageError(`--home is an address such as http://127.0.0.1:3000/operations, not "${value}".`);
}

function readUrl(value: string): string {
  const url = toHttpUrl(value);
  if (url) return url.href;
  throw new UsageError(`--sdk-url is an address such as http://127.0.0.1:3000/api/inngest, not "${value}".`);
}
