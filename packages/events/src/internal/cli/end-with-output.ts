import { exitCodes } from "./context.ts";

/** Ends the process when nothing more can be printed: quietly where the reader has enough, else with the reason. */
export function endWithOutput({
  stdout,
  stderr,
  exit,
}: Pick<NodeJS.Process, "stdout" | "stderr" | "exit">): void {
  stdout.on("error", ({ code }: NodeJS.ErrnoException) => {
    if (code === "EPIPE") exit(exitCodes.ok);
    stderr.write(`org-events: what is printed cannot be written (${code})\n`, () => exit(exitCodes.output));
  });
  // Nobody is left to be told.
  stderr.on("error", () => exit(exitCodes.output));
}
