import { describe, expect, it } from "vitest";
import * as z from "zod";
import { defineCatalogue } from "./catalogue.ts";
import { defineEvent } from "./define-event.ts";

function eventNamed(name: string, category: string) {
  return defineEvent({
    ...{ name, category, version: "2026-11-01.01", owner: "tests", kind: "fact", summary: "For tests." },
    data: z.object({ id: z.string() }),
    examples: [{ id: "a" }, { id: "b" }],
  });
}

function catalogueOf(...listed: [name: string, category: string][]) {
  const events = Object.fromEntries(
    listed.map(([name, category], index) => [`event${index}`, eventNamed(name, category)]),
  );
  return defineCatalogue({ name: "shop", title: "Shop", description: "For tests.", events });
}

describe("an event's emitter and verb", () => {
  it.each([
    ["order.created", "order", "orderEvents", "created"],
    ["order.pre-paid", "order", "orderEvents", "prePaid"],
    ["order.items.added", "order", "orderEvents", "itemsAdded"],
    ["product.outOfStock", "product", "productEvents", "outOfStock"],
    ["event/rsvp.changed", "community", "communityEvents", "rsvpChanged"],
    ["event.series/moved", "community", "communityEvents", "moved"],
    ["dead-letter.replay-requested", "dead-letters", "deadLettersEvents", "replayRequested"],
    ["paid", "order", "orderEvents", "paid"],
  ])("of %s in the category %s are %s.%s", (name, category, group, verb) => {
    expect(catalogueOf([name, category]).groups).toEqual({
      [group]: { [verb]: expect.objectContaining({ event: name }) },
    });
  });

  it("belong to one event, and the message says what to do about two", () => {
    expect(() => catalogueOf(["order.created", "order"], ["order/created", "order"])).toThrow(
      'In the catalogue shop the events "order.created" and "order/created" are both orderEvents.created. ' +
        "Rename one of them, or give it another category.",
    );
    expect(() => catalogueOf(["order.created", "order"], ["sale.created", "sale"])).not.toThrow();
  });

  it("are looked for by name, so two events of one name are refused", () => {
    expect(() => catalogueOf(["order.created", "order"], ["order.created", "sale"])).toThrow(
      'The catalogue shop lists two events named "order.created". Rename one of them.',
    );
  });
});
