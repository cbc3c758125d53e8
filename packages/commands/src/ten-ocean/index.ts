import type { TenOceanStores } from "@org/stores/ten-ocean/port";
import { publishAnnouncement } from "./community/publish-announcement.ts";
import { withdrawAnnouncement } from "./community/withdraw-announcement.ts";
import { markNotificationsRead } from "./notifications/mark-notifications-read.ts";
import { savePreferences } from "./notifications/save-preferences.ts";
import { unsubscribe } from "./notifications/unsubscribe.ts";
import { decideRegistration } from "./verification/decide-registration.ts";
import { registerResident } from "./verification/register-resident.ts";

type Ports = Pick<
  TenOceanStores,
  | "announcements"
  | "notifications"
  | "preferences"
  | "residents"
  | "units"
  | "unsubscribeTokens"
  | "verifications"
>;

/** Everything that a person may ask of the tenant association. */
export function tenOceanCommands(ports: Ports) {
  return {
    decideRegistration: decideRegistration(ports),
    markNotificationsRead: markNotificationsRead(ports),
    publishAnnouncement: publishAnnouncement(ports),
    registerResident: registerResident(ports),
    savePreferences: savePreferences(ports),
    unsubscribe: unsubscribe(ports),
    withdrawAnnouncement: withdrawAnnouncement(ports),
  };
}
