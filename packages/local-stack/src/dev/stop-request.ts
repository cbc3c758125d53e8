import { exists, runnerAncestors } from "../processes/ancestors.ts";

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
const ancestorCheck = 500;

/**
 * Aborted when someone wants us to end: Ctrl-C, a signal, a closed terminal, or the end of a package manager that
 * started us and did not pass its signal on. The reason is a `StopRequest`.
 */
export function stopRequest(): AbortSignal {
  const controller = new AbortController();
  const request = (why: string) => controller.abort(new StopRequest(why));
  for (const signal of signals) process.on(signal, () => request(signal));
  const ancestors = runnerAncestors();
  const timer = setInterval(() => {
    if (!ancestors.every(exists)) request("the end of the command that started this");
  }, ancestorCheck);
  timer.unref();
  return controller.signal;
}

export class StopRequest extends Error {
  static isInstance(value: unknown): value is StopRequest {
    return value instanceof StopRequest;
  }

  constructor(why: string) {
    super(`Stopping, because of ${why}`);
    this.name = "StopRequest";
  }
}
