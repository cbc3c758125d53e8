export { alertOnFailure } from "./alert-on-failure.ts";
export { recordDeadLetter } from "./record-dead-letter.ts";
export { replayDeadLetter } from "./replay-dead-letter.ts";
