import { mohallaMartFunctions, mohallaMartInngest } from "@org/workflows/mohallamart";
import { operationsFunctions, operationsInngest } from "@org/workflows/operations";
import { tenOceanFunctions, tenOceanInngest } from "@org/workflows/ten-ocean";
import type { VendorLimits } from "../../src/vendor-limits.ts";
import type { App } from "./read-functions.ts";

/** Guarantee: creating a workflow only takes its ports out of this object and calls none of them. */
function withoutPorts<Ports extends { inngest: unknown; limits?: unknown }>(
  given: Pick<Ports, "inngest" | "limits">,
): Ports {
  return given as Ports;
}

/** Every Inngest app with the functions that it serves, as they are built for an account with these limits. */
export const appsWithin = (limits: Partial<VendorLimits>): App[] => [
  {
    id: "mohallamart",
    folder: "mohallamart",
    functions: mohallaMartFunctions(withoutPorts({ inngest: mohallaMartInngest(), limits })),
  },
  {
    id: "ten-ocean-tenant-assc",
    folder: "ten-ocean",
    functions: tenOceanFunctions(withoutPorts({ inngest: tenOceanInngest(), limits })),
  },
  {
    id: "operations",
    folder: "operations",
    functions: operationsFunctions(withoutPorts({ inngest: operationsInngest(), limits })),
  },
];

export const apps = appsWithin({});
