/** What people do at 10 Ocean. Residents are numbers, see `residentOf`. */
export type HouseAct =
  | { kind: "register"; resident: number; unitId: string }
  | { kind: "decide"; resident: number; status: "verified" | "rejected" }
  | { kind: "request-unit"; resident: number; unitId: string }
  | { kind: "change-standing"; resident: number; standing: "resident" | "alumni" | "suspended" }
  | { kind: "close-residency"; resident: number }
  | { kind: "remove-resident"; resident: number }
  | {
      kind: "save-preferences";
      resident: number;
      email: boolean;
      push: boolean;
      timing: "immediate" | "digest";
      digest: "daily" | "weekly" | "off";
      quiet: boolean;
    }
  | { kind: "stop-emails"; resident: number; subscription: "community" | "forum" | "digest" }
  | { kind: "create-event"; eventId: string; daysAhead: number; capacity: number | undefined }
  | { kind: "update-event"; eventId: string; location: string }
  | { kind: "cancel-event"; eventId: string }
  | {
      kind: "answer-event";
      eventId: string;
      resident: number;
      response: "going" | "maybe" | "declined";
      guests: number;
    }
  | {
      kind: "report-repair";
      requestId: string;
      resident: number;
      category: "plumbing" | "heating" | "electrical";
      priority: "urgent" | "normal";
    }
  | { kind: "assign-repair"; requestId: string; assigneeId: string }
  | { kind: "comment-repair"; requestId: string; entryId: string; resident: number }
  | { kind: "resolve-repair"; requestId: string }
  | { kind: "confirm-repair"; requestId: string; resident: number }
  | { kind: "reopen-repair"; requestId: string; entryId: string; resident: number }
  | { kind: "withdraw-repair"; requestId: string; resident: number }
  | { kind: "announce"; announcementId: string; floor: number | undefined; urgent: boolean }
  | { kind: "withdraw-announcement"; announcementId: string }
  | { kind: "open-topic"; topicId: string; postId: string; resident: number }
  | { kind: "write-post"; topicId: string; postId: string; resident: number; mentions?: number | undefined }
  | { kind: "follow-topic"; topicId: string; resident: number; choice: "following" | "muted" };

export function residentOf(resident: number) {
  const number = String(resident).padStart(3, "0");
  return {
    userId: `user_resident${number}`,
    firstName: `Tenant${number}`,
    lastName: `Family${number}`,
    email: `tenant${number}@house.example`,
  };
}
