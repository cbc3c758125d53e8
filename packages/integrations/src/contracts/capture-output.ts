import process from "node:process";
import { vi } from "vitest";
import type { Log } from "../log.ts";

export interface CapturedOutput {
  log: Log;
  /** Ends the capture and gives everything that was logged, printed or warned of meanwhile. */
  end(): unknown[];
}

/** Keeps all that would leave the process as text, and a log to hand to an adapter. */
export function captureOutput(): CapturedOutput {
  const written: unknown[] = [];
  const write = (...entry: unknown[]) => {
    written.push(entry);
    return true;
  };
  const spies = [
    ...(["log", "info", "warn", "error", "debug", "trace"] as const).map((method) =>
      vi.spyOn(console, method).mockImplementation(write),
    ),
    vi.spyOn(process.stdout, "write").mockImplementation(write),
    vi.spyOn(process.stderr, "write").mockImplementation(write),
    // Node prints a warning's stack; the objects that hang on it stay unseen.
    vi.spyOn(process, "emitWarning").mockImplementation((warning) => {
      write(warning instanceof Error ? warning.stack : warning);
    }),
  ];
  return {
    log: { debug: write, info: write, warn: write, error: write },
    end() {
      for (const spy of spies) spy.mockRestore();
      return written;
    },
  };
}
