import type { TenOceanStores } from "@org/stores/ten-ocean/port";
import { markNotificationsRead } from "./notifications/mark-notifications-read.ts";
import { savePreferences } from "./notifications/save-preferences.ts";
import { unsubscribe } from "./notifications/unsubscribe.ts";
import { decideRegistration } from "./verification/decide-registration.ts";
import { registerResident } from "./verification/register-resident.ts";

/** Everything that a person may ask of the tenant association. */
export function tenOceanCommands(
  ports: Pick<
    TenOceanStores,
    "notifications" | "preferences" | "residents" | "units" | "unsubscribeTokens" | "verifications"
  >,
) {
  return {
    decideRegistration: decideRegistration(ports),
    markNotificationsRead: markNotificationsRead(ports),
    registerResident: registerResident(ports),
    savePreferences: savePreferences(ports),
    unsubscribe: unsubscribe(ports),
  };
}
