/** The languages that the account offers: those in which everything is said. */
export { languages } from "@org/stores/mohallamart/words/languages";

export const channelNames = ["email", "sms", "push"] as const;
