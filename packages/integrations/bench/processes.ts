import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Emulators } from "@org/local-stack";

/** Runs a file of this folder; its standard input stays open. */
export function start(file: string, parameters: readonly string[] = []): ChildProcess {
  const path = fileURLToPath(new URL(file, import.meta.url));
  return spawn(process.execPath, [path, ...parameters], { stdio: ["pipe", "pipe", "inherit"] });
}

/** The value that a file of this folder prints as its first line. @throws Error when it ends without one. */
export async function answerOf(child: ChildProcess): Promise<unknown> {
  let text = "";
  child.stdout?.setEncoding("utf8").on("data", (chunk: string) => {
    text += chunk;
  });
  const ended = once(child, "close");
  while (!text.includes("\n")) {
    await Promise.race([ended, once(child.stdout ?? child, "data")]);
    if (child.exitCode !== null && !text.includes("\n")) throw new Error("A process of the bench failed.");
  }
  return JSON.parse(text.slice(0, text.indexOf("\n")));
}

/** What clients need to know of the emulators. */
export type Vendors = Pick<Emulators, "resend" | "twilio" | "typesense" | "upstash">;

/** The emulators in a process of their own, so that a measurement sees only the client's side. */
export async function startVendors(): Promise<Vendors & { stop(): void }> {
  const child = start("./emulators.ts");
  const vendors = printedByEmulators(await answerOf(child));
  return { ...vendors, stop: () => child.stdin?.end() };
}

/** `emulators.ts` prints just that. */
function printedByEmulators(answer: unknown): Vendors {
  return answer as Vendors;
}
