export { tellOfAnnouncement } from "./tell-of-announcement.ts";
