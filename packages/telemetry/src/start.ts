import type { Telemetry, TelemetryOptions } from "./telemetry.ts";

export type { Telemetry, TelemetryOptions } from "./telemetry.ts";

/** Begins to observe, once in a process, before anything that is observed. Nothing is loaded where nobody wants to know. */
export async function startTelemetry(options: TelemetryOptions): Promise<Telemetry | undefined> {
  if (options.endpoint === undefined && !options.isRead) return undefined;
  const { createTelemetry } = await import("./create-telemetry.ts");
  return createTelemetry(options);
}
