import type { TenOceanStores } from "@org/stores/ten-ocean/port";
import { markNotificationsRead } from "./notifications/mark-notifications-read.ts";
import { savePreferences } from "./notifications/save-preferences.ts";
import { unsubscribe } from "./notifications/unsubscribe.ts";
import { deletePost } from "./forum/delete-post.ts";
import { editPost } from "./forum/edit-post.ts";
import { followTopic } from "./forum/follow-topic.ts";
import { openTopic } from "./forum/open-topic.ts";
import { readTopic } from "./forum/read-topic.ts";
import { writePost } from "./forum/write-post.ts";
import { decideRegistration } from "./verification/decide-registration.ts";
import { registerResident } from "./verification/register-resident.ts";

/** Everything that a person may ask of the tenant association. */
export function tenOceanCommands(
  ports: Pick<
    TenOceanStores,
    "forum" | "notifications" | "preferences" | "residents" | "units" | "unsubscribeTokens" | "verifications"
  >,
) {
  return {
    deletePost: deletePost(ports),
    editPost: editPost(ports),
    followTopic: followTopic(ports),
    openTopic: openTopic(ports),
    readTopic: readTopic(ports),
    writePost: writePost(ports),
    decideRegistration: decideRegistration(ports),
    markNotificationsRead: markNotificationsRead(ports),
    registerResident: registerResident(ports),
    savePreferences: savePreferences(ports),
    unsubscribe: unsubscribe(ports),
  };
}
