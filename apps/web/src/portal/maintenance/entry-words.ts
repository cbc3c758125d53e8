import type { RequestEntry } from "@org/stores/ten-ocean/port";
import { buildingMoment } from "./building-moment.ts";
import { priorityWords, statusWords } from "./request-words.ts";

/** A line of a request's history, as people read it. */
export interface EntryView {
  entryId: string;
  kind: RequestEntry["kind"];
  at: string;
  title: string;
  /** What somebody wrote. */
  text?: string;
}

/** @param nameOf the name of a member, as the reader may know it */
export function toEntryView(entry: RequestEntry, nameOf: (memberId: string) => string): EntryView {
  const { entryId, kind, at, text } = entry;
  return { entryId, kind, at, text, title: titleOf(entry, nameOf) };
}

function titleOf(entry: RequestEntry, nameOf: (memberId: string) => string): string {
  const { kind, by, assigneeId } = entry;
  const who = by === undefined ? "Somebody" : nameOf(by);
  switch (kind) {
    case "created":
      return `${who} reported it`;
    case "assigned":
      return assigneeId === by || assigneeId === undefined
        ? `${who} took it`
        : `${who} put ${nameOf(assigneeId)} in charge`;
    case "changed":
    case "unscheduled":
      return `${who}: ${changesOf(entry).join(", ")}`;
    case "commented":
      return `${who} wrote`;
    case "resolved":
      return `${who}: it is done`;
    case "reopened":
      return `${who}: it is not fixed yet`;
    case "confirmed":
      return `${who} confirmed the repair`;
    case "withdrawn":
      return `${who} withdrew the request`;
    case "lapsed":
      return "Closed by itself: nobody answered for 7 days";
    case "escalated":
      return "Nobody had taken it, so the whole board was told";
  }
}

function changesOf({ kind, status, priority, scheduledFor }: RequestEntry): string[] {
  return [
    status && statusWords[status].toLowerCase(),
    priority && `priority ${priorityWords[priority].label.toLowerCase()}`,
    scheduledFor && `somebody comes ${buildingMoment(scheduledFor)}`,
    kind === "unscheduled" && "the date no longer holds",
  ].filter((change) => typeof change === "string");
}
