export { askForDailyDigest } from "./ask-for-daily-digest.ts";
export { askForWeeklyDigest } from "./ask-for-weekly-digest.ts";
export { generateDigest } from "./generate-digest.ts";
