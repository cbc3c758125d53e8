import type { channelNames } from "@org/commands/mohallamart/users/languages";

/** How a person reads the channels. */
export const channelLabels: Record<(typeof channelNames)[number], string> = {
  email: "Email",
  sms: "SMS",
  push: "The app",
};
