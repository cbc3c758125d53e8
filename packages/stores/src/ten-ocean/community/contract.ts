import { failureOf } from "@org/integrations/contracts";
import { expect, it } from "vitest";
import { emittedNames, marked, type TenOceanBench } from "../contract/bench.ts";
import type { NewCommunityEvent } from "../port.ts";
import { UnknownEventError } from "./errors.ts";

export const party: NewCommunityEvent = {
  eventId: "evt_1",
  title: "Roof party",
  description: "Bring a dish.",
  location: "The roof",
  startsAt: "2026-11-20T18:00:00.000Z",
  capacity: 3,
  createdBy: "admin_1",
};

export function communityContract(bench: TenOceanBench): void {
  const { communityEvents } = bench.stores;
  const create = (changes: Partial<NewCommunityEvent> = {}) =>
    communityEvents.create({ ...party, ...changes }, { emit: [] });

  it("an event is created once and listed by its start", async () => {
    expect(await communityEvents.create(party, marked("event/created"))).toBe(true);
    expect(await communityEvents.create({ ...party, title: "Other" }, marked("event/created"))).toBe(false);
    await create({ eventId: "evt_0", startsAt: "2026-11-19T18:00:00.000Z", capacity: undefined });
    await create({ eventId: "evt_2", startsAt: "2026-12-01T00:00:00.000Z" });
    const november = await communityEvents.list({ from: "2026-11-01T00:00:00Z", to: "2026-12-01T00:00:00Z" });
    expect(november.map(({ eventId }) => eventId)).toEqual(["evt_0", "evt_1"]);
    expect(november[1]).toMatchObject({ ...party, status: "scheduled" });
    expect(await communityEvents.get("evt_0")).toMatchObject({ capacity: undefined });
    expect(await communityEvents.get("evt_9")).toBeUndefined();
    expect(await emittedNames(bench)).toEqual(["event/created"]);
  });

  it("a change tells what was and what is; nothing changed is not emitted", async () => {
    await create();
    const change = await communityEvents.update("evt_1", { location: "The lobby" }, marked("event/updated"));
    expect([change.before.location, change.after.location]).toEqual(["The roof", "The lobby"]);
    expect(await communityEvents.get("evt_1")).toEqual(change.after);
    await communityEvents.update(
      "evt_1",
      { startsAt: party.startsAt, title: undefined },
      marked("event/updated"),
    );
    expect(await emittedNames(bench)).toEqual(["event/updated"]);
    expect(await failureOf(communityEvents.update("evt_9", {}, marked("x")))).toBeInstanceOf(
      UnknownEventError,
    );
  });

  it("a change counts, and what it changed is kept; a limit and an end can be taken away", async () => {
    await create({ endsAt: "2026-11-20T21:00:00.000Z" });
    const first = await communityEvents.update(
      "evt_1",
      { startsAt: "2026-11-21T18:00:00.000Z", endsAt: null, capacity: null },
      { emit: [] },
    );
    expect(first.before).toMatchObject({ revision: 0, endsAt: "2026-11-20T21:00:00.000Z", capacity: 3 });
    expect(first.after).toMatchObject({ revision: 1, startsAt: "2026-11-21T18:00:00.000Z" });
    expect([first.after.endsAt, first.after.capacity]).toEqual([undefined, undefined]);
    await communityEvents.update("evt_1", { status: "cancelled", cancelReason: "Rain." }, { emit: [] });
    const { before, after } = first;
    expect(await communityEvents.change("evt_1", 1)).toEqual(JSON.parse(JSON.stringify({ before, after })));
    expect(await communityEvents.change("evt_1", 2)).toMatchObject({
      after: { status: "cancelled", cancelReason: "Rain.", revision: 2 },
    });
    expect(await communityEvents.change("evt_1", 3)).toBeUndefined();
  });

  it("what is not over is coming, earliest first; what is over is past, latest first", async () => {
    const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
    for (const [eventId, startsAt, endsAt] of [
      ["evt_later", at(30), undefined],
      ["evt_soon", at(2), at(4)],
      ["evt_on", at(-5), at(1)],
      ["evt_begun", at(-1), undefined],
      ["evt_over", at(-4), undefined],
      ["evt_long_over", at(-50), at(-48)],
    ] as const) {
      await create({ eventId, startsAt, endsAt });
    }
    const ids = (events: { eventId: string }[]) => events.map(({ eventId }) => eventId);
    expect(ids(await communityEvents.coming())).toEqual(["evt_on", "evt_begun", "evt_soon", "evt_later"]);
    expect(ids(await communityEvents.past({ limit: 5 }))).toEqual(["evt_over", "evt_long_over"]);
    expect(ids(await communityEvents.past({ limit: 1 }))).toEqual(["evt_over"]);
  });
}
