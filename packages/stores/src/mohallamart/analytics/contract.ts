import { expect, it } from "vitest";
import { customer, newOrder, rice, type StoreBench } from "../contract/bench.ts";
import type { AnalyticsEvent } from "../port.ts";

export function analyticsContract(bench: () => StoreBench): void {
  let made = 0;
  const at = (time: string, event: string, changes: Partial<AnalyticsEvent> = {}): AnalyticsEvent => ({
    eventId: `a_${made++}`,
    event,
    userId: "user_1",
    sessionId: "s_1",
    properties: {},
    at: `2026-11-${time}.000Z`,
    ...changes,
  });
  const november = { from: "2026-11-01T00:00:00Z", to: "2026-12-01T00:00:00Z" };

  /** Two visits: one that searches, fills a cart and orders, one that fills a cart and leaves. */
  const visits = () => [
    at("01T10:00:00", "page.viewed"),
    at("01T10:01:00", "search.performed"),
    at("01T10:02:00", "search.converted"),
    at("01T10:03:00", "cart.added"),
    at("01T10:59:59", "checkout.started"),
    at("01T11:00:00", "checkout.completed"),
    at("01T11:00:01", "order.placed", { properties: { revenue: 19.99 }, sessionId: undefined }),
    at("02T18:29:59", "page.viewed", { sessionId: "s_2", userId: "user_2" }),
    at("02T18:30:29", "cart.added", { sessionId: "s_2", userId: "user_2" }),
    at("02T18:30:30", "profile.opened", { sessionId: undefined, userId: undefined }),
  ];
  const empty = {
    pageViews: 0,
    searches: 0,
    searchConversions: 0,
    cartsFilled: 0,
    checkoutsStarted: 0,
    orders: 0,
    revenue: 0,
    ordersCancelled: 0,
    revenueCancelled: 0,
    sessions: 0,
    sessionSeconds: 0,
  };

  it("a batch is counted by India's hour and day; a visit where it began", async () => {
    const { analytics } = bench().stores;
    expect(await analytics.record(visits())).toBe(10);
    expect(await analytics.buckets({ bucket: "hour", ...november })).toEqual([
      {
        ...empty,
        start: "2026-11-01T09:30:00.000Z",
        pageViews: 1,
        searches: 1,
        searchConversions: 1,
        cartsFilled: 1,
        sessions: 1,
        sessionSeconds: 3600,
      },
      {
        ...empty,
        start: "2026-11-01T10:30:00.000Z",
        checkoutsStarted: 1,
        orders: 1,
        revenue: 19.99,
      },
      { ...empty, start: "2026-11-02T17:30:00.000Z", pageViews: 1, sessions: 1, sessionSeconds: 30 },
      { ...empty, start: "2026-11-02T18:30:00.000Z", cartsFilled: 1 },
    ]);
    const october31 = "2026-10-31T00:00:00Z";
    const days = await analytics.buckets({ bucket: "day", ...november, from: october31 });
    expect(days.map(({ start, pageViews, sessions }) => [start, pageViews, sessions])).toEqual([
      ["2026-10-31T18:30:00.000Z", 1, 1],
      ["2026-11-01T18:30:00.000Z", 1, 1],
      ["2026-11-02T18:30:00.000Z", 0, 0],
    ]);
  });

  it("a cancellation counts when it happens, and is not taken from the orders placed", async () => {
    const { analytics } = bench().stores;
    await analytics.record([
      at("01T10:00:00", "order.placed", { properties: { revenue: 20.2 } }),
      at("01T10:00:00", "order.placed", { properties: { revenue: 39.9 } }),
      at("05T10:00:00", "order.cancelled", { properties: { revenue: 20.2 } }),
      // With the other sign it means the same, and nothing else that has an amount is revenue.
      at("05T10:00:00", "order.cancelled", { properties: { revenue: -0.1 } }),
      at("05T10:00:00", "cart.added", { properties: { revenue: 1000 } }),
      at("05T10:00:00", "order.placed", { properties: { revenue: 1e300 }, userId: undefined }),
    ]);
    const on = (day: number) =>
      analytics.summary({ from: `2026-11-0${day}T00:00:00Z`, to: `2026-11-0${day + 1}T00:00:00Z` });
    expect(await on(1)).toMatchObject({
      orders: 2,
      revenue: 60.1,
      netRevenue: 60.1,
      averageOrderValue: 30.05,
    });
    expect(await on(5)).toMatchObject({
      orders: 1,
      revenue: 0,
      ordersCancelled: 2,
      revenueCancelled: 20.3,
      netRevenue: -20.3,
    });
    expect(await analytics.features({ limit: 1 })).toMatchObject([
      { orders: 2, revenue: 60.1, ordersCancelled: 2, revenueCancelled: 20.3 },
    ]);
  });

  it("an event with any text that JSON can hold is counted, with its batch", async () => {
    const { analytics } = bench().stores;
    const text = "\u0000 null, \ud83d\ude00 pair, \ud800 half, ₹ and '\"\\";
    const odd = at("01T10:00:00", "page.viewed", { sessionId: `s${text}`, properties: { [text]: text } });
    expect(await analytics.record([odd, at("01T10:00:00", "page.viewed")])).toBe(2);
    expect(await analytics.summary(november)).toMatchObject({ pageViews: 2, sessions: 2 });
  });

  it("an event is counted once, within a batch, over batches, and at once", async () => {
    const { analytics } = bench().stores;
    const events = visits();
    expect(await analytics.record([...events, ...events])).toBe(10);
    expect(await analytics.record(events)).toBe(0);
    const more = Array.from({ length: 50 }, () => at("05T10:00:00", "page.viewed"));
    const counted = await Promise.all(
      [more, more.toReversed(), more].map((batch) => analytics.record(batch)),
    );
    expect(counted.reduce((sum, each) => sum + each)).toBe(50);
    expect(await analytics.summary(november)).toMatchObject({ pageViews: 52, sessions: 2 });
    expect(await analytics.record([])).toBe(0);
  });

  it("batches that meet in the same rows in any order add up", async () => {
    const { analytics } = bench().stores;
    const batches = Array.from({ length: 12 }, (_, n) => {
      const events = ["07T10:00:00", "08T10:00:00", "09T10:00:00"].flatMap((time, day) => [
        at(time, "page.viewed", { sessionId: `s_${day}`, userId: `user_${day}` }),
      ]);
      return n % 2 ? events : events.toReversed();
    });
    await Promise.all(batches.map((batch) => analytics.record(batch)));
    expect(await analytics.summary(november)).toMatchObject({ pageViews: 36, sessions: 3 });
    expect(await analytics.features({ limit: 10 })).toMatchObject([
      { userId: "user_0", pageViews: 12, sessions: 1 },
      { userId: "user_1", pageViews: 12 },
      { userId: "user_2", pageViews: 12 },
    ]);
  });

  it("tells what several visits searched for and did not find, and nothing that fewer typed", async () => {
    const { analytics } = bench().stores;
    const searched = (
      sessionId: string | undefined,
      query: string,
      resultsCount?: number,
      time = "03T10:00:00",
    ) => at(time, "search.performed", { sessionId, userId: undefined, properties: { query, resultsCount } });
    const inVisits = (visits: number, query: string, resultsCount?: number) =>
      Array.from({ length: visits }, (_, n) => searched(`s_${n}`, query, resultsCount));
    await analytics.record([
      ...inVisits(3, "Starfruit", 0),
      ...[searched("s_9", "starfruit", 0), searched("s_9", "STARFRUIT", 0)],
      ...inVisits(3, "avocado", 0),
      ...inVisits(2, "my own illness", 0),
      ...[searched("s_1", "once", 0), searched("s_1", "once", 0), searched("s_1", "once", 0)],
      ...inVisits(4, "rice", 12),
      ...inVisits(4, "asked while search was down"),
      ...Array.from({ length: 3 }, (_, n) => searched(`s_${n}`, "before", 0, "01T00:00:00")),
    ]);
    expect(await analytics.emptySearches({ ...november, from: "2026-11-02T00:00:00Z" })).toEqual([
      { query: "starfruit", searches: 5, visits: 4 },
      { query: "avocado", searches: 3, visits: 3 },
    ]);
  });

  it("a summary has the ratios the reports show", async () => {
    const { analytics, orders } = bench().stores;
    await analytics.record(visits());
    for (const orderId of ["ord_1", "ord_2", "ord_3"]) {
      const items = [{ productId: rice.productId, quantity: 1 }];
      await orders.place(newOrder({ orderId, items, customer }), { emit: [] });
    }
    await orders.cancel("ord_3", { emit: [] });
    expect(await analytics.summary(november)).toMatchObject({
      searchConversionRate: 1,
      averageSessionDuration: 1815,
      cartAbandonment: 0.5,
      averageOrderValue: 19.99,
      funnel: { visits: 2, filledCart: 2, startedCheckout: 1, ordered: 1 },
    });
    const always = { from: "2020-01-01T00:00:00Z", to: "2100-01-01T00:00:00Z" };
    expect(await analytics.summary(always)).toMatchObject({ orderFrequency: 2 });
  });

  it("a visit that ordered came by the cart and the checkout, also when that was not seen", async () => {
    const { analytics } = bench().stores;
    await analytics.record([at("01T11:00:00", "checkout.completed")]);
    expect(await analytics.summary(november)).toMatchObject({
      funnel: { visits: 1, filledCart: 1, startedCheckout: 1, ordered: 1 },
      cartAbandonment: 0,
    });
  });

  it("a time in which nothing happened is all zeros", async () => {
    const { analytics } = bench().stores;
    expect(await analytics.buckets({ bucket: "day", ...november })).toEqual([]);
    expect(await analytics.summary(november)).toEqual({
      ...empty,
      netRevenue: 0,
      funnel: { visits: 0, filledCart: 0, startedCheckout: 0, ordered: 0 },
      searchConversionRate: 0,
      averageSessionDuration: 0,
      cartAbandonment: 0,
      averageOrderValue: 0,
      orderFrequency: 0,
    });
  });

  it("each user's features come once, in pages", async () => {
    const { analytics } = bench().stores;
    await analytics.record(visits());
    const [first] = await analytics.features({ limit: 1 });
    expect(first).toEqual({
      userId: "user_1",
      pageViews: 1,
      searches: 1,
      searchConversions: 1,
      cartsFilled: 1,
      checkoutsStarted: 1,
      orders: 1,
      revenue: 19.99,
      ordersCancelled: 0,
      revenueCancelled: 0,
      sessions: 1,
      firstSeenAt: "2026-11-01T10:00:00.000Z",
      lastSeenAt: "2026-11-01T11:00:01.000Z",
    });
    expect(await analytics.features({ after: "user_1", limit: 5 })).toMatchObject([{ userId: "user_2" }]);
  });
}
