import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { OutboxCard } from "./outbox-card.tsx";

const resend = async () => undefined;

const empty = { pending: 0, oldestPendingAge: 0, failing: [], lost: [] };

it("says that the engine has every event only where none is lost", () => {
  expect(renderToStaticMarkup(<OutboxCard resend={resend} discard={resend} state={empty} />)).toContain(
    "the engine has every event",
  );
  const event = { id: "order.created:ord_1", name: "order.created", resends: 2 };
  const lost = [{ ...event, since: "2026-11-02T04:30:00.000Z" }];
  const card = renderToStaticMarkup(
    <OutboxCard resend={resend} discard={resend} state={{ ...empty, lost }} />,
  );
  expect(card).not.toContain("the engine has every event");
  expect(card).toContain("order.created:ord_1");
  expect(card).toContain("2 Nov 2026");
  expect(card).toContain("sent again 2 times");
  expect(card).toContain('name="eventId" value="order.created:ord_1"');
  expect(card).toContain("Send it again");
});

it("says what came of the last request", () => {
  expect(
    renderToStaticMarkup(<OutboxCard resend={resend} discard={resend} state={empty} notice="resent" />),
  ).toContain("on its way to the engine");
  expect(renderToStaticMarkup(<OutboxCard resend={resend} discard={resend} state={empty} />)).not.toContain(
    'role="status"',
  );
});
