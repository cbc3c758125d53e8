import type { EventToSend } from "@org/events";
import { expect, it } from "vitest";
import type { VisitEvent } from "./page-events.ts";
import { recordVisit } from "./record-visit.ts";

it("sends what a visitor did, all at once, with the time at which they did it and how much they found", async () => {
  const sent: EventToSend[][] = [];
  const outbox = {
    send: async (events: EventToSend[]) => void sent.push(events),
  };
  const occurredAt = "2026-11-22T10:00:00.000Z";
  const events: VisitEvent[] = [
    { event: "page.viewed", properties: { page: "cart" } },
    { event: "cart.added", properties: { productId: "prod_1" } },
    { event: "search.performed", properties: { query: "starfruit" } },
  ];
  const search = { search: async () => ({ total: 0, documents: [], facets: {}, page: 1, pageSize: 1 }) };
  const visit = { visitId: "visit-1", userId: "user_1", events, occurredAt };
  expect(await recordVisit({ outbox, search })(visit)).toEqual({ ok: true });
  const counted = [
    ...events.slice(0, 2),
    { event: "search.performed", properties: { query: "starfruit", resultsCount: 0 } },
  ];
  const expected = counted.map((event) => ({
    name: "analytics.track",
    data: { ...event, userId: "user_1", sessionId: "visit-1", occurredAt },
  }));
  expect(sent).toMatchObject([expected]);
});
