export { deadLetterReplayRequested } from "./dead-letter-replay-requested.ts";
export { eventsLost } from "./events-lost.ts";
export { messageInDoubt } from "./message-in-doubt.ts";
export { messageResendRequested } from "./message-resend-requested.ts";
export { messageUndelivered } from "./message-undelivered.ts";
