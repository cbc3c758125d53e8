import type { MaintenanceRequest } from "@org/stores/ten-ocean/port";
import { buildingMoment } from "./building-moment.ts";

const sevenDays = 7 * 24 * 3_600_000;

/** What happens next, in a sentence or two. @param assignee the name of whoever is in charge */
export function nextStep(request: MaintenanceRequest, assignee: string | undefined): string {
  const { status, priority, scheduledFor, resolvedAt, closure } = request;
  if (status === "closed") return closed[closure ?? "confirmed"];
  if (status === "resolved") {
    const end = resolvedAt && buildingMoment(new Date(Date.parse(resolvedAt) + sevenDays).toISOString());
    return `It is reported as done. Whoever reported it says whether it is fixed; without an answer it closes by itself on ${end}.`;
  }
  const who = assignee ?? "Somebody";
  if (scheduledFor !== undefined) return `${who} comes on ${buildingMoment(scheduledFor)}.`;
  if (status === "on-hold") return `It has to wait for now. ${who} goes on with it when that is over.`;
  if (status === "in-progress") return `${who} is working on it.`;
  if (assignee !== undefined) return `${assignee} looks after it and sets a date.`;
  const wait = priority === "urgent" ? "an hour" : "24 hours";
  return `It waits for somebody to take it. If nobody does within ${wait}, the whole board is told.`;
}

const closed = {
  confirmed: "The repair was confirmed. Nothing more happens.",
  lapsed:
    "It closed by itself, because nobody answered for 7 days. Report a new one if something is still wrong.",
  withdrawn: "It was withdrawn. Nothing more happens.",
};
