export { announcement, urgentAnnouncement } from "./announcement.tsx";
export { eventAnswer } from "./event-answer.tsx";
export { eventCancellation } from "./event-cancellation.tsx";
export { eventChange } from "./event-change.tsx";
export { eventInvitation } from "./event-invitation.tsx";
export { eventReminderNotice } from "./event-reminder.tsx";
