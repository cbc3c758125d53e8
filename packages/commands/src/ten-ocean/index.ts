import type { TenOceanStores } from "@org/stores/ten-ocean/port";
import type { RegistrationLinks } from "@org/stores/ten-ocean/registration-links/port";
import { answerEvent } from "./community/answer-event.ts";
import { cancelEvent } from "./community/cancel-event.ts";
import { createEvent } from "./community/create-event.ts";
import { publishAnnouncement } from "./community/publish-announcement.ts";
import { updateEvent } from "./community/update-event.ts";
import { withdrawAnnouncement } from "./community/withdraw-announcement.ts";
import { deletePost } from "./forum/delete-post.ts";
import { editPost } from "./forum/edit-post.ts";
import { followTopic } from "./forum/follow-topic.ts";
import { openTopic } from "./forum/open-topic.ts";
import { readTopic } from "./forum/read-topic.ts";
import { writePost } from "./forum/write-post.ts";
import { assignRequest } from "./maintenance/assign-request.ts";
import { commentOnRequest } from "./maintenance/comment-on-request.ts";
import { confirmRequest } from "./maintenance/confirm-request.ts";
import { reopenRequest } from "./maintenance/reopen-request.ts";
import { reportRequest } from "./maintenance/report-request.ts";
import { resolveRequest } from "./maintenance/resolve-request.ts";
import { updateRequest } from "./maintenance/update-request.ts";
import { withdrawRequest } from "./maintenance/withdraw-request.ts";
import { markNotificationsRead } from "./notifications/mark-notifications-read.ts";
import { savePreferences } from "./notifications/save-preferences.ts";
import { unsubscribe } from "./notifications/unsubscribe.ts";
import { changeStanding } from "./verification/change-standing.ts";
import { closeResidency } from "./verification/close-residency.ts";
import { confirmNewEmail } from "./verification/confirm-new-email.ts";
import { confirmRegistration } from "./verification/confirm-registration.ts";
import { decideRegistration } from "./verification/decide-registration.ts";
import { registerAgain } from "./verification/register-again.ts";
import { registerResident } from "./verification/register-resident.ts";
import { removeResident } from "./verification/remove-resident.ts";
import { requestNewEmail } from "./verification/request-new-email.ts";
import { requestNewUnit } from "./verification/request-new-unit.ts";
import { updateProfile } from "./verification/update-profile.ts";

export interface TenOceanCommandPorts extends TenOceanStores {
  /** By which people see their registration before they can sign in. */
  registrationLinks: RegistrationLinks;
}

/** Everything that a person may ask of the tenant association. */
export function tenOceanCommands(ports: TenOceanCommandPorts) {
  return {
    answerEvent: answerEvent(ports),
    assignRequest: assignRequest(ports),
    cancelEvent: cancelEvent(ports),
    changeStanding: changeStanding(ports),
    closeResidency: closeResidency(ports),
    commentOnRequest: commentOnRequest(ports),
    confirmNewEmail: confirmNewEmail(ports),
    confirmRegistration: confirmRegistration(ports),
    confirmRequest: confirmRequest(ports),
    createEvent: createEvent(ports),
    decideRegistration: decideRegistration(ports),
    deletePost: deletePost(ports),
    editPost: editPost(ports),
    followTopic: followTopic(ports),
    markNotificationsRead: markNotificationsRead(ports),
    openTopic: openTopic(ports),
    publishAnnouncement: publishAnnouncement(ports),
    readTopic: readTopic(ports),
    registerAgain: registerAgain(ports),
    registerResident: registerResident(ports),
    removeResident: removeResident(ports),
    reopenRequest: reopenRequest(ports),
    reportRequest: reportRequest(ports),
    requestNewEmail: requestNewEmail(ports),
    requestNewUnit: requestNewUnit(ports),
    resolveRequest: resolveRequest(ports),
    savePreferences: savePreferences(ports),
    unsubscribe: unsubscribe(ports),
    updateEvent: updateEvent(ports),
    updateProfile: updateProfile(ports),
    updateRequest: updateRequest(ports),
    withdrawAnnouncement: withdrawAnnouncement(ports),
    withdrawRequest: withdrawRequest(ports),
    writePost: writePost(ports),
  };
}
