import type { TenOceanStores } from "@org/stores/ten-ocean/port";
import { answerEvent } from "./community/answer-event.ts";
import { cancelEvent } from "./community/cancel-event.ts";
import { createEvent } from "./community/create-event.ts";
import { updateEvent } from "./community/update-event.ts";
import { markNotificationsRead } from "./notifications/mark-notifications-read.ts";
import { savePreferences } from "./notifications/save-preferences.ts";
import { unsubscribe } from "./notifications/unsubscribe.ts";
import { assignRequest } from "./maintenance/assign-request.ts";
import { commentOnRequest } from "./maintenance/comment-on-request.ts";
import { confirmRequest } from "./maintenance/confirm-request.ts";
import { reopenRequest } from "./maintenance/reopen-request.ts";
import { reportRequest } from "./maintenance/report-request.ts";
import { resolveRequest } from "./maintenance/resolve-request.ts";
import { updateRequest } from "./maintenance/update-request.ts";
import { withdrawRequest } from "./maintenance/withdraw-request.ts";
import { decideRegistration } from "./verification/decide-registration.ts";
import { registerResident } from "./verification/register-resident.ts";

/** Everything that a person may ask of the tenant association. */
export function tenOceanCommands(ports: TenOceanStores) {
  return {
    answerEvent: answerEvent(ports),
    cancelEvent: cancelEvent(ports),
    createEvent: createEvent(ports),
    assignRequest: assignRequest(ports),
    commentOnRequest: commentOnRequest(ports),
    confirmRequest: confirmRequest(ports),
    decideRegistration: decideRegistration(ports),
    markNotificationsRead: markNotificationsRead(ports),
    registerResident: registerResident(ports),
    savePreferences: savePreferences(ports),
    unsubscribe: unsubscribe(ports),
    updateEvent: updateEvent(ports),
    reopenRequest: reopenRequest(ports),
    reportRequest: reportRequest(ports),
    resolveRequest: resolveRequest(ports),
    updateRequest: updateRequest(ports),
    withdrawRequest: withdrawRequest(ports),
  };
}
