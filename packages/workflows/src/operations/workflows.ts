export { alertOnFailure } from "./alert-on-failure.ts";
export { findMessagesInDoubt } from "./find-messages-in-doubt.ts";
export { recordDeadLetter } from "./record-dead-letter.ts";
export { replayDeadLetter } from "./replay-dead-letter.ts";
export { resendMessage } from "./resend-message.ts";
export { sendOperationsDigest } from "./send-operations-digest.ts";
export { settleMessagesInDoubt } from "./settle-messages-in-doubt.ts";
export { tellOfLostEvents } from "./tell-of-lost-events.ts";
