import type { Outbox } from "@org/stores/outbox/port";
import type { TenOceanStores } from "@org/stores/ten-ocean/port";
import { answerEvent } from "./community/answer-event.ts";
import { cancelEvent } from "./community/cancel-event.ts";
import { createEvent } from "./community/create-event.ts";
import { updateEvent } from "./community/update-event.ts";
import { deletePost } from "./forum/delete-post.ts";
import { editPost } from "./forum/edit-post.ts";
import { followTopic } from "./forum/follow-topic.ts";
import { openTopic } from "./forum/open-topic.ts";
import { readTopic } from "./forum/read-topic.ts";
import { writePost } from "./forum/write-post.ts";
import { markNotificationsRead } from "./notifications/mark-notifications-read.ts";
import { savePreferences } from "./notifications/save-preferences.ts";
import { unsubscribe } from "./notifications/unsubscribe.ts";
import { changeStanding } from "./verification/change-standing.ts";
import { confirmNewEmail } from "./verification/confirm-new-email.ts";
import { decideRegistration } from "./verification/decide-registration.ts";
import { registerAgain } from "./verification/register-again.ts";
import { registerResident } from "./verification/register-resident.ts";
import { requestNewEmail } from "./verification/request-new-email.ts";
import { requestNewUnit } from "./verification/request-new-unit.ts";
import { updateProfile } from "./verification/update-profile.ts";

export interface TenOceanCommandPorts extends TenOceanStores {
  outbox: Pick<Outbox, "send">;
}

/** Everything that a person may ask of the tenant association. */
export function tenOceanCommands(ports: TenOceanCommandPorts) {
  return {
    answerEvent: answerEvent(ports),
    cancelEvent: cancelEvent(ports),
    changeStanding: changeStanding(ports),
    confirmNewEmail: confirmNewEmail(ports),
    createEvent: createEvent(ports),
    decideRegistration: decideRegistration(ports),
    deletePost: deletePost(ports),
    editPost: editPost(ports),
    followTopic: followTopic(ports),
    markNotificationsRead: markNotificationsRead(ports),
    openTopic: openTopic(ports),
    readTopic: readTopic(ports),
    registerAgain: registerAgain(ports),
    registerResident: registerResident(ports),
    requestNewEmail: requestNewEmail(ports),
    requestNewUnit: requestNewUnit(ports),
    savePreferences: savePreferences(ports),
    unsubscribe: unsubscribe(ports),
    updateEvent: updateEvent(ports),
    updateProfile: updateProfile(ports),
    writePost: writePost(ports),
  };
}
