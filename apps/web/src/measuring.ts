import { onVendorCall } from "@org/integrations/vendor-calls";
import { measuring } from "./database.ts";

declare global {
  // Like the pool in database.ts: one for all kinds of routes.
  var orgWebMeasuring: (() => void) | undefined;
}

/** Once in a process: counts how the vendors answer the pages, beside what the workers count of their own calls. */
export function beginMeasuring(): void {
  if (globalThis.orgWebMeasuring) return;
  const { saw } = measuring();
  globalThis.orgWebMeasuring = onVendorCall(({ port, vendor, outcome, duration }) =>
    saw({ kind: "call", owner: port, name: vendor, outcome, duration }),
  );
}
