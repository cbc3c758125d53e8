export { announcement, urgentAnnouncement } from "./announcement.tsx";
