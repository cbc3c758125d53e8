import { expect, it } from "vitest";
import { deadLettersPath, readDeadLetterView, toFilter } from "./dead-letter-view.ts";

it("a list without a query shows what is open", () => {
  expect(toFilter(readDeadLetterView({}))).toEqual({ status: "open" });
});

it("a view is told by its address again", () => {
  const view = {
    status: "all",
    app: "ten-ocean-tenant-assc",
    workflow: "welcome-resident",
    since: "2026-11-01T15:30",
    until: "2026-11-01T16:00",
    after: { failedAt: "2026-11-01T10:00:00.000Z", runId: "01K8Z3M4T5V6W7X8Y9Z0A1B2C3" },
  } as const;
  const { searchParams } = new URL(deadLettersPath(view), "http://here.invalid");
  const read = readDeadLetterView(Object.fromEntries(searchParams));
  expect(read).toEqual(view);
  expect(toFilter(read)).toEqual({
    ...view,
    status: undefined,
    since: "2026-11-01T10:00:00.000Z",
    until: "2026-11-01T10:30:00.000Z",
  });
});

it.each([
  { status: "lost" },
  { app: "a'; drop table" },
  { workflow: "\u0000" },
  { workflow: "" },
  { after: "yesterday~01K8Z3M4T5V6W7X8Y9Z0A1B2C3" },
  { after: "2026-11-01T10:00:00.000Z~" },
  { after: "2026-11-01T10:00:00.000Z" },
  { since: "yesterday" },
  { since: "", until: "" },
])("what cannot be meant is left out: %o", (query) => {
  expect(readDeadLetterView(query)).toEqual({ status: "open" });
});

it("a time that no calendar has narrows nothing down", () => {
  expect(toFilter(readDeadLetterView({ since: "2026-99-99T15:30" }))).toEqual({ status: "open" });
});

it("of a name that is given twice the first counts", () => {
  expect(readDeadLetterView({ status: ["discarded", "all"] })).toEqual({ status: "discarded" });
});
