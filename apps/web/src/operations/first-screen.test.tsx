import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { DoubtsCard } from "./doubts-card.tsx";
import { OpenLettersCard } from "./open-letters-card.tsx";
import { OutboxCard } from "./outbox-card.tsx";
import { SuppressedCard } from "./suppressed-card.tsx";
import { WorkflowsCard } from "./workflows-card.tsx";

const resend = async () => undefined;
const waiting = { pending: 2, failing: [], lost: [] };
const letters = [
  { app: "mohallamart", workflow: "welcome", open: 2, latestFailedAt: "2026-11-02T04:30:00.000Z" },
];

it.each([
  [
    "a late outbox",
    () => <OutboxCard resend={resend} discard={resend} state={{ ...waiting, oldestPendingAge: 31_000 }} />,
    /look whether the engine answers/,
  ],
  ["failed runs", () => <OpenLettersCard open={letters} />, /remove its cause, then replay them/],
  ["messages in doubt", () => <DoubtsCard inDoubt={1} />, /say of each whether it arrived/],
  ["suppressed addresses", () => <SuppressedCard suppressed={3} />, /let their address be written to again/],
])("says what to do about %s", (_what, card, advice) => {
  expect(renderToStaticMarkup(card())).toMatch(advice);
});

it.each([
  [
    "an outbox on time",
    () => <OutboxCard resend={resend} discard={resend} state={{ ...waiting, oldestPendingAge: 900 }} />,
  ],
  ["no failed run", () => <OpenLettersCard open={[]} />],
  ["no message in doubt", () => <DoubtsCard inDoubt={0} />],
  ["no suppressed address", () => <SuppressedCard suppressed={0} />],
])("asks for nothing about %s", (_what, card) => {
  expect(renderToStaticMarkup(card())).not.toMatch(/look|Look|then|when/);
});

const refused = {
  ...{ id: "order.created:ord_1", name: "order.created", attempts: 1, lastError: "Refused.", behind: 1 },
  createdAt: "2026-11-02T04:30:00.000Z",
};
const measured = {
  ...{ kind: "run" as const, owner: "mohallamart", name: "welcome" },
  ...{ done: 1, failed: 0, again: 0, limited: 0 },
};

it.each([
  ["an address", () => <SuppressedCard suppressed={1} />, /1 address<\/a> gets/],
  [
    "an event that waits",
    () => (
      <OutboxCard
        resend={resend}
        discard={resend}
        state={{ ...waiting, oldestPendingAge: 0, failing: [refused] }}
      />
    ),
    /1 event about the same waits/,
  ],
  ["a run", () => <WorkflowsCard measured={[measured]} />, /1 run ended/],
])("speaks of one as of one: %s", (_what, card, said) => {
  expect(renderToStaticMarkup(card()).replaceAll("<!-- -->", "")).toMatch(said);
});
