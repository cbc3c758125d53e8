import { notificationTemplate } from "../notifications/notification-template.ts";
import { digestData } from "./digest-data.ts";
import { digestEmail, digestWords } from "./digest-message.tsx";

export const dailyDigest = notificationTemplate({
  name: "daily-digest",
  kind: "announcement",
  importance: "chosen",
  subscription: "digest",
  priority: "bulk",
  data: digestData,
  words: (occasion) => digestWords("daily", occasion),
  email: (occasion) => digestEmail("daily", occasion),
});
