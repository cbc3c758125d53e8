import type { TenOceanStores } from "@org/stores/ten-ocean/port";
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
import { decideRegistration } from "./verification/decide-registration.ts";
import { registerResident } from "./verification/register-resident.ts";

/** Everything that a person may ask of the tenant association. */
export function tenOceanCommands(ports: TenOceanStores) {
  return {
    answerEvent: answerEvent(ports),
    assignRequest: assignRequest(ports),
    cancelEvent: cancelEvent(ports),
    commentOnRequest: commentOnRequest(ports),
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
    registerResident: registerResident(ports),
    reopenRequest: reopenRequest(ports),
    reportRequest: reportRequest(ports),
    resolveRequest: resolveRequest(ports),
    savePreferences: savePreferences(ports),
    unsubscribe: unsubscribe(ports),
    updateEvent: updateEvent(ports),
    updateRequest: updateRequest(ports),
    withdrawAnnouncement: withdrawAnnouncement(ports),
    withdrawRequest: withdrawRequest(ports),
    writePost: writePost(ports),
  };
}
