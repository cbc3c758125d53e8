export { dailyDigest } from "./daily-digest.ts";
export { weeklyDigest } from "./weekly-digest.ts";
