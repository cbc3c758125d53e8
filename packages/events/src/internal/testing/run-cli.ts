import { tmpdir } from "node:os";
import { catalogues as everyCatalogue } from "../../catalogues.ts";
import type { EventCatalogue } from "../catalogue.ts";
import type { CliContext } from "../cli/context.ts";
import { ownHome } from "../cli/home.ts";
import { runCli } from "../cli/program.ts";

/** What a command line meets: standard input, environment, and an engine or none. */
interface Invocation {
  input?: string;
  env?: CliContext["env"];
  fetch?: typeof fetch;
  catalogues?: readonly EventCatalogue[];
}

/** Runs one command line and keeps what it prints. */
export async function run(
  argv: string[],
  { input = "", env = {}, fetch = unreachable, catalogues = everyCatalogue }: Invocation = {},
) {
  const out: string[] = [];
  const errors: string[] = [];
  const code = await runCli(argv, {
    catalogues,
    home: ownHome,
    print: (line) => out.push(line),
    complain: (line) => errors.push(line),
    async *readInput() {
      yield* input.split("\n");
    },
    env,
    fetch,
    now: () => new Date("2026-11-22T00:00:00.000Z"),
    folder: tmpdir(),
  });
  return { code, out: out.join("\n"), errors: errors.join("\n") };
}

export const unreachable: typeof fetch = async () => {
  throw new TypeError("fetch failed");
};
