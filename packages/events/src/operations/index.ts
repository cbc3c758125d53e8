export { deadLetterReplayRequested } from "./dead-letter-replay-requested.ts";
