import type { RequestEntry } from "@org/stores/ten-ocean/port";
import { expect, it } from "vitest";
import { toEntryView } from "./entry-words.ts";

const names = new Map([
  ["user_maya", "Maya"],
  ["admin_1", "Maria"],
]);

const entry = (changes: Partial<RequestEntry>): RequestEntry => ({
  entryId: "entry_1",
  requestId: "req_1",
  at: "2026-11-27T12:00:00.000Z",
  kind: "changed",
  by: "admin_1",
  ...changes,
});

it.each<[Partial<RequestEntry>, string]>([
  [{ kind: "created", by: "user_maya" }, "Maya reported it"],
  [{ kind: "assigned", assigneeId: "admin_1" }, "Maria took it"],
  [{ kind: "assigned", assigneeId: "user_maya" }, "Maria put Maya in charge"],
  [{ status: "in-progress", priority: "high" }, "Maria: in progress, priority high"],
  [{ scheduledFor: "2026-11-30T14:00:00.000Z" }, "Maria: somebody comes Mon, Nov 30, 9:00 AM"],
  [{ kind: "unscheduled", status: "on-hold" }, "Maria: on hold, the date no longer holds"],
  [{ kind: "commented", by: "user_maya" }, "Maya wrote"],
  [{ kind: "resolved" }, "Maria: it is done"],
  [{ kind: "reopened", by: "user_maya" }, "Maya: it is not fixed yet"],
  [{ kind: "confirmed", by: "user_maya" }, "Maya confirmed the repair"],
  [{ kind: "withdrawn", by: "user_maya" }, "Maya withdrew the request"],
  [{ kind: "lapsed", by: undefined }, "Closed by itself: nobody answered for 7 days"],
  [{ kind: "escalated", by: undefined }, "Nobody had taken it, so the whole board was told"],
])("%j reads %s", (changes, title) => {
  expect(toEntryView(entry(changes), (id) => names.get(id) ?? "Somebody").title).toBe(title);
});
