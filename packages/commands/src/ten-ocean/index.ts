import type { TenOceanStores } from "@org/stores/ten-ocean/port";
import { answerEvent } from "./community/answer-event.ts";
import { cancelEvent } from "./community/cancel-event.ts";
import { createEvent } from "./community/create-event.ts";
import { updateEvent } from "./community/update-event.ts";
import { decideRegistration } from "./verification/decide-registration.ts";
import { registerResident } from "./verification/register-resident.ts";

/** Everything that a person may ask of the tenant association. */
export function tenOceanCommands(
  ports: Pick<TenOceanStores, "communityEvents" | "residents" | "rsvps" | "units" | "verifications">,
) {
  return {
    answerEvent: answerEvent(ports),
    cancelEvent: cancelEvent(ports),
    createEvent: createEvent(ports),
    updateEvent: updateEvent(ports),
    decideRegistration: decideRegistration(ports),
    registerResident: registerResident(ports),
  };
}
