import { randomInt } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ChaosOptions, readOptions, usage } from "./options.ts";
import { printReport } from "./report/print.ts";
import { runChaos } from "./run/run.ts";

// A closed terminal must not keep us from ending what we started.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});

const say = (line: string) => void process.stderr.write(`${line}\n`);

function optionsOrExit(): ChaosOptions {
  try {
    return readOptions(process.argv.slice(2), () => randomInt(2 ** 32));
  } catch (error) {
    say(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    return process.exit(2);
  }
}

/** @returns the exit code: 0 when everything is right, 1 when not, 130 when it was given up. */
async function main(options: ChaosOptions): Promise<number> {
  const stop = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const)
    process.on(name, () => stop.abort(new Error(`${name} came.`)));
  const folder = mkdtempSync(join(tmpdir(), `chaos-${options.seed}-`));
  // Postgres does not run as root, and has to get at its data.
  chmodSync(folder, 0o711);
  say(`Seed ${options.seed}, ${options.kills} kills. Logs and states: ${folder}`);
  let isKept = options.keep;
  try {
    const report = await runChaos({ options, folder, environment: process.env, signal: stop.signal, say });
    process.stdout.write(`${options.json ? JSON.stringify(report, null, 2) : printReport(report)}\n`);
    isKept ||= !report.isRight;
    return report.isRight ? 0 : 1;
  } catch (error) {
    if (stop.signal.aborted) {
      say("Given up. Everything that was started is ended.");
      return 130;
    }
    isKept = true;
    say(error instanceof Error ? `${error.stack}` : String(error));
    return 1;
  } finally {
    if (isKept) say(`Logs and states are kept: ${folder}`);
    else rmSync(folder, { recursive: true, force: true });
  }
}

process.exit(await main(optionsOrExit()));
