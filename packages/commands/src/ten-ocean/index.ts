import type { TenOceanStores } from "@org/stores/ten-ocean/port";
import { decideRegistration } from "./verification/decide-registration.ts";
import { registerResident } from "./verification/register-resident.ts";

/** Everything that a person may ask of the tenant association. */
export function tenOceanCommands(ports: Pick<TenOceanStores, "residents" | "units" | "verifications">) {
  return {
    decideRegistration: decideRegistration(ports),
    registerResident: registerResident(ports),
  };
}
