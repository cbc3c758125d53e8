import { notificationTemplate } from "../notifications/notification-template.ts";
import { digestData } from "./digest-data.ts";
import { digestEmail, digestWords } from "./digest-message.tsx";

export const weeklyDigest = notificationTemplate({
  name: "weekly-digest",
  kind: "announcement",
  importance: "chosen",
  subscription: "digest",
  priority: "bulk",
  data: digestData,
  words: (occasion) => digestWords("weekly", occasion),
  email: (occasion) => digestEmail("weekly", occasion),
});
