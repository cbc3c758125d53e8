import { asTest } from "./as-test.ts";
import { drawHistory } from "./history/draw-history.ts";
import type { History } from "./history/history.ts";
import type { Breach } from "./invariants/invariant.ts";
import type { SimulateOptions } from "./options.ts";
import { type DayReport, type Played, play } from "./play.ts";
import { commandOf, failureText, inWords, sizeOf, summaryTable, type Times, weekLine } from "./report.ts";
import { shrink } from "./shrink.ts";
import { type CityServer, startServer } from "./world/database.ts";

type Print = (line: string) => void;

const realTime = performance.now.bind(performance);

/** Plays every seed that is asked for. @returns how many of them failed */
export async function simulate(options: SimulateOptions, print: Print): Promise<number> {
  const server = await startServer();
  let failed = 0;
  try {
    for (let seed = options.seed; seed < options.seed + options.seeds; seed += 1) {
      if (!(await simulateSeed({ options, seed, server, print }))) failed += 1;
    }
  } finally {
    await server.stop();
  }
  if (options.seeds > 1 && !options.json)
    print(`${options.seeds - failed} of ${options.seeds} seeds hold${failed > 0 ? `, ${failed} fail` : ""}.`);
  return failed;
}

interface Seed {
  options: SimulateOptions;
  seed: number;
  server: CityServer;
  print: Print;
}

async function simulateSeed({ options, seed, server, print }: Seed): Promise<boolean> {
  const { days, customers, faults, json } = options;
  const shops = Math.max(1, Math.round(customers / 20));
  const residents = Math.max(5, Math.round(customers * 0.75));
  const history = drawHistory({ seed, days, customers, shops, residents, faults });
  const began = realTime();
  const busyBefore = process.cpuUsage();
  const seconds = () => (realTime() - began) / 1000;
  /** Of this process; Postgres has its own. A machine that does other work besides changes nothing of them. */
  const processorSeconds = () => {
    const { user, system } = process.cpuUsage(busyBefore);
    return (user + system) / 1_000_000;
  };
  const times = () => ({ seconds: seconds(), processorSeconds: processorSeconds() });
  if (!json) print(`seed ${seed}: ${sizeOf(history)}`);
  const lived: DayReport[] = [];
  const played = await play(history, {
    server,
    onDay(day) {
      lived.push(day);
      if (!json && (lived.length % 7 === 0 || lived.length === days)) print(weekLine(lived, times()));
    },
  });
  const { breaches } = played;
  const command = commandOf(options, seed);
  if (json) print(JSON.stringify({ seed, ...times(), command, ...played }));
  else printPlay({ played, times: times(), print, command, quiet: options.seeds > 1 });
  const [breach] = breaches;
  if (breach && options.shrink && !json) await printShrunk({ history, breach, server, print, command });
  return breaches.length === 0;
}

interface ToPrint {
  played: Played;
  times: Times;
  print: Print;
  command: string;
  quiet: boolean;
}

function printPlay({ played, times, print, command, quiet }: ToPrint): void {
  const { breaches, digest, days } = played;
  if (!quiet) print(summaryTable(played));
  if (breaches.length > 0) print(failureText(breaches, command));
  else print(`Everything held on ${days.length} days, in ${inWords(times)}. World: ${digest?.sha256}`);
}

interface ToShrink {
  history: History;
  breach: Breach;
  server: CityServer;
  print: Print;
  command: string;
}

async function printShrunk({ history, breach, server, print, command }: ToShrink): Promise<void> {
  const { invariant, day } = breach;
  print(`Looking for the shortest history that breaks ${invariant} …`);
  const fails = async (candidate: History) => {
    const { breaches } = await play(candidate, { server, withDigest: false });
    return breaches.some((found) => found.invariant === invariant);
  };
  let last = history.happenings.length;
  const shortest = await shrink(history, day, fails, {
    onTry({ plays, happenings, days }) {
      if (happenings === last) return;
      last = happenings;
      print(`  after ${plays} plays: ${happenings} happenings in ${days} days`);
    },
  });
  print(`${sizeOf(shortest)} break it. As a test, for a file of its own in packages/simulation/src/found:\n`);
  print(asTest(shortest, invariant, `\`${command}\``));
}
