import type { MaintenanceRequest } from "@org/stores/ten-ocean/port";
import { expect, it } from "vitest";
import { nextStep } from "./next-step.ts";

const request: MaintenanceRequest = {
  requestId: "req_1",
  number: 1042,
  userId: "user_maya",
  unitId: "unit_4B",
  category: "plumbing",
  priority: "normal",
  description: "Drips.",
  status: "open",
  createdAt: "2026-11-27T12:00:00.000Z",
};

it.each<[Partial<MaintenanceRequest>, string | undefined, RegExp]>([
  [{}, undefined, /within 24 hours, the whole board/],
  [{ priority: "urgent" }, undefined, /within an hour, the whole board/],
  [{}, "Maria", /^Maria looks after it/],
  [{ scheduledFor: "2026-11-30T14:00:00.000Z" }, "Maria", /^Maria comes on Mon, Nov 30, 9:00 AM/],
  [{ status: "in-progress" }, "Maria", /^Maria is working/],
  [{ status: "on-hold" }, undefined, /has to wait/],
  [
    { status: "resolved", resolvedAt: "2026-11-27T12:00:00.000Z" },
    "Maria",
    /closes by itself on Fri, Dec 4, 7:00 AM/,
  ],
  [{ status: "closed", closure: "confirmed" }, undefined, /was confirmed/],
  [{ status: "closed", closure: "lapsed" }, undefined, /Report a new one/],
  [{ status: "closed", closure: "withdrawn" }, undefined, /was withdrawn/],
])("%j in charge of %s says what happens next", (changes, assignee, sentence) => {
  expect(nextStep({ ...request, ...changes }, assignee)).toMatch(sentence);
});
