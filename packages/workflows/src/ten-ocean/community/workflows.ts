export { announceEvent } from "./announce-event.ts";
export { confirmAnswer } from "./confirm-answer.ts";
export { planEventReminders } from "./plan-event-reminders.ts";
export { remindGuests } from "./remind-guests.ts";
export { tellEventChange } from "./tell-event-change.ts";
export { tellOfAnnouncement } from "./tell-of-announcement.ts";
export { withdrawAnswers } from "./withdraw-answers.ts";
