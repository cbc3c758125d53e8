import { onVendorCall } from "@org/integrations/vendor-calls";
import { postgresMeasuring } from "@org/stores/measurements/postgres";
import { pool } from "./database.ts";
import { log } from "./log.ts";

declare global {
  // Like the pool in database.ts: one for all kinds of routes.
  var orgWebMeasuring: (() => void) | undefined;
}

/** Once in a process: counts how the vendors answer the pages, beside what the workers count of their own calls. */
export function beginMeasuring(): void {
  if (globalThis.orgWebMeasuring) return;
  const measuring = postgresMeasuring(pool("command"), { log });
  globalThis.orgWebMeasuring = onVendorCall(({ port, vendor, outcome, duration }) =>
    measuring.saw({ kind: "call", owner: port, name: vendor, outcome, duration }),
  );
}
