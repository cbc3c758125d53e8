import type { Who } from "./everybody.ts";

/** A form about something that is there, as whoever knows its id can send it. */
export interface ForgedForm {
  /** Where it is written: `orders/cancel-action submitCancellation`. */
  action: string;
  entries: Record<string, string>;
  /** Whose it is to send; the first of them does so in the end. */
  may: readonly [Who, ...Who[]];
  /** What somebody is answered who has the role and not the right. */
  told?: { who: readonly Who[]; answer: string };
  /** Everybody else. */
  otherwise?: "sign in" | "404" | "200";
}

export const members: readonly Who[] = ["tenant", "neighbor", "captain", "other captain", "house admin"];
export const office = ["captain", "house admin"] as const;

/** About the request of a tenant on the fourth floor, or another one of theirs. */
function aboutRepair(act: string, may: ForgedForm["may"], entries: Record<string, string> = {}): ForgedForm {
  return {
    action: `portal/maintenance/request-actions ${act}`,
    entries: { requestId: "req_demoWindow", ...entries },
    may,
    told: { who: members.filter((who) => !may.includes(who)), answer: "200" },
  };
}

/** About somebody who waits for a decision. */
function aboutRegistration(userId: string, may: ForgedForm["may"], round = "1"): ForgedForm {
  const captains = ["captain", "other captain"] as const;
  return {
    action: "portal/verification/decision-action submitDecision",
    entries: { userId, status: "verified", reason: "", round },
    may,
    told: {
      who: captains.filter((who) => !may.includes(who)),
      answer: "/ten-ocean/admin/registrations?outcome=not-theirs",
    },
  };
}

const console: readonly [action: string, entries: Record<string, string>][] = [
  ["dead-letter-actions replayRun", { runId: "01FORGED0000000000000001" }],
  ["dead-letter-actions discardRun", { runId: "01FORGED0000000000000002", reason: "not-wanted" }],
  ["dead-letter-actions replayRuns", { app: "mohallamart", workflow: "send-fruit", planned: "1" }],
  ["doubt-actions resendMessage", { key: "forged:doubt:1" }],
  ["doubt-actions settleMessage", { key: "forged:doubt:2" }],
  ["outbox-actions resendEvent", { eventId: "forged:lost" }],
  ["outbox-actions discardEvent", { eventId: "forged:refused", reason: "cannot-succeed" }],
  ["suppression-actions liftSuppression", { channel: "sms", address: "+919845099999" }],
];

const market: readonly ForgedForm[] = [
  ...console.map(
    ([action, entries]): ForgedForm => ({ action: `operations/${action}`, entries, may: ["staff"] }),
  ),
  {
    action: "selling/approve-action submitApproval",
    entries: { shopkeeperId: "sk_forged1" },
    may: ["staff"],
  },
  {
    action: "selling/reject-action submitRejection",
    entries: { shopkeeperId: "sk_forged2", reason: "No licence." },
    may: ["staff"],
  },
  {
    action: "orders/revoke-action submitRevocation",
    entries: { orderId: "ord_forged1" },
    may: ["customer", "staff"],
    otherwise: "404",
  },
  {
    action: "orders/cancel-action submitCancellation",
    entries: { orderId: "ord_forged1" },
    may: ["customer"],
    otherwise: "404",
  },
  {
    action: "shop/order-actions advanceOrder",
    entries: { orderId: "ord_forged2", status: "packed" },
    may: ["shopkeeper"],
    told: { who: ["other shopkeeper"], answer: "200" },
  },
  {
    action: "shop/product-actions saveProduct",
    entries: {
      ...{ productId: "prod_forged", name: "Forged", category: "Breakfast", unit: "1 piece" },
      ...{ description: "Not what it was.", price: "1", available: "7", seen: "7" },
    },
    may: ["shopkeeper"],
    told: { who: ["other shopkeeper"], answer: "404" },
  },
  {
    action: "shop/picture-actions removePicture",
    entries: { productId: "prod_forged" },
    may: ["shopkeeper"],
    told: { who: ["other shopkeeper"], answer: "404" },
  },
  {
    action: "notifications/notification-actions markRead",
    entries: { notificationId: "forged:notification" },
    may: ["customer"],
    told: { who: ["other customer"], answer: "200" },
  },
];

/** By the building's clock, give or take some hours. */
const nextMonth = new Date(Date.now() + 30 * 24 * 3_600_000).toISOString().slice(0, 16);
const eventEntries = {
  ...{ eventId: "evt_demoMeeting", title: "Forged", description: "Not what it was.", location: "Nowhere" },
  ...{ startsAt: nextMonth, endsAt: "", capacity: "", seen: "0" },
};
const organizers = ["captain", "other captain", "house admin"] as const;

const house: readonly ForgedForm[] = [
  aboutRegistration("user_applicant", ["captain", "house admin"]),
  // Without a unit, and for a unit on a floor that has no captain.
  aboutRegistration("user_nowhere", ["house admin"]),
  aboutRegistration("user_chloe", ["house admin"], "2"),
  {
    action: "portal/verification/registration-action submitRegistrationAgain",
    entries: { userId: "user_turnedDown", firstName: "Forged", lastName: "", unitId: "unit_2A" },
    may: ["turned down"],
    otherwise: "200",
  },
  {
    action: "portal/verification/standing-action submitStanding",
    entries: { userId: "user_tomasz", standing: "alumni" },
    may: ["house admin"],
  },
  {
    action: "portal/verification/removal-actions submitRemoval",
    entries: { userId: "user_leaving", confirmed: "yes" },
    may: ["house admin"],
  },
  {
    action: "portal/announcements/withdraw-action submitWithdrawal",
    entries: { announcementId: "ann_forged" },
    may: ["captain", "house admin"],
    told: { who: ["other captain"], answer: "/ten-ocean/admin/announcements?outcome=not-theirs" },
  },
  {
    action: "portal/announcements/publish-action submitAnnouncement",
    entries: {
      ...{ announcementId: "ann_forged2", title: "Forged", body: "Of you.", floor: "4" },
      ...{ urgent: "yes", intent: "publish" },
    },
    may: ["captain", "house admin"],
    told: { who: ["other captain"], answer: "200" },
  },
  {
    action: "portal/community/event-actions planEvent",
    entries: { ...eventEntries, eventId: "evt_forged" },
    may: organizers,
  },
  { action: "portal/community/event-actions changeEvent", entries: eventEntries, may: organizers },
  {
    action: "portal/community/event-actions callOff",
    entries: { eventId: "evt_demoRepair", reason: "Forged." },
    may: organizers,
  },
  {
    action: "portal/community/answer-action submitAnswer",
    entries: { eventId: "evt_demoRooftop", response: "maybe", guests: "" },
    may: ["tenant", "neighbor"],
  },
  {
    action: "portal/maintenance/report-action submitReport",
    entries: {
      ...{ requestId: "req_forged", category: "plumbing", place: "unit_4B", area: "" },
      ...{ priority: "high", description: "Forged." },
    },
    may: ["tenant"],
    told: { who: ["neighbor"], answer: "200" },
  },
  aboutRepair("submitComment", ["tenant", ...office], { entryId: "entry_forged1", comment: "Forged." }),
  aboutRepair("submitAssignment", office, { assigneeId: "admin_001" }),
  aboutRepair("submitChange", office, { status: "on-hold", priority: "low", scheduledFor: "" }),
  aboutRepair("submitResolution", office, { resolution: "Forged." }),
  aboutRepair("submitReopening", ["tenant", ...office], { entryId: "entry_forged2", problem: "Forged." }),
  aboutRepair("submitWithdrawal", ["tenant"]),
  aboutRepair("submitConfirmation", ["tenant"], { requestId: "req_forged2" }),
  // What is wrong in the lobby everybody sees, and the house looks after.
  aboutRepair("submitResolution", ["house admin"], { requestId: "req_forged3", resolution: "Forged." }),
  {
    action: "portal/forum/forum-actions submitEdit",
    entries: { topicId: "topic_forged", postId: "post_forged", body: "Forged." },
    may: ["tenant"],
    told: { who: ["neighbor"], answer: "200" },
  },
  {
    action: "portal/forum/forum-actions submitRemoval",
    entries: { topicId: "topic_forged", postId: "post_forged", reason: "Forged." },
    may: ["tenant", "house admin"],
    told: { who: ["neighbor"], answer: "200" },
  },
  {
    action: "portal/forum/forum-actions submitPost",
    entries: { topicId: "topic_forged", postId: "post_forged2", replyTo: "", body: "Forged." },
    may: ["tenant", "neighbor"],
  },
  {
    action: "portal/forum/forum-actions submitTopic",
    entries: { topicId: "topic_forged2", postId: "post_forged3", title: "Forged", body: "Forged." },
    may: ["tenant", "neighbor"],
  },
  {
    action: "portal/notifications/list-actions markRead",
    entries: { notificationId: "forged:notice" },
    may: ["tenant"],
    told: { who: ["neighbor", "captain", "other captain", "house admin"], answer: "200" },
  },
];

export const forgedForms: readonly ForgedForm[] = [...market, ...house];
