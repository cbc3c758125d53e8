import { describe, expect, it } from "vitest";
import * as z from "zod";
import { orderCreated } from "../../mohallamart/order-created.ts";
import { mohallaMartCatalogue } from "../../mohallamart.ts";
import { userRegistered } from "../../ten-ocean/user-registered.ts";
import { tenOceanCatalogue } from "../../ten-ocean.ts";
import { defineEvent } from "../define-event.ts";
import { fieldReaders } from "../release/field-readers.ts";
import { versionedCatalogue, orderCreated as versionedOrderCreated } from "../testing/versioned-events.ts";
import { cataloguePage, eventPage, indexPage } from "./pages.ts";

describe("an event's page", () => {
  const page = eventPage(mohallaMartCatalogue, orderCreated, [
    { workflow: "send-order-confirmation", how: "is triggered by" },
  ]);

  it("tells purpose, id, fields with limits, versions, examples and consumers", () => {
    expect(page).toContain(orderCreated.summary);
    expect(page).toContain("`order.created:{orderId}`");
    expect(page).toContain("| `items[].quantity` | `integer` | yes |  | `1..1000` |");
    expect(page).toContain('`"cash" \\| "prepaid"`');
    expect(page).toContain('"orderId": "ord_456"');
    expect(page).toContain("`send-order-confirmation` is triggered by it");
  });

  it("lists the versions that are still read", () => {
    const versions = eventPage(versionedCatalogue, versionedOrderCreated, undefined);
    expect(versions).toMatch(/2026-10-01\.01 \| sent until 2027-03-31 \| .*`items`/);
  });

  it("names the kind of personal data", () => {
    expect(eventPage(tenOceanCatalogue, userRegistered, undefined)).toContain(
      "| `email` | `string` | yes | email |",
    );
  });

  it("names who reads each field, where that was recorded", () => {
    const readers = fieldReaders([{ readers: { "pick-list": { "order.created": ["items[].quantity"] } } }]);
    const read = eventPage(mohallaMartCatalogue, orderCreated, [], readers);
    expect(read).toContain("| `items[].quantity` | `integer` | yes |  | `pick-list` | `1..1000` |");
    expect(read).toMatch(/\| `total` \| `number` \| yes \| {2}\| nobody \|/);
  });

  it("says what is not known, and what nobody consumes", () => {
    expect(eventPage(mohallaMartCatalogue, orderCreated, undefined)).toContain("pnpm workflows graph");
    expect(eventPage(mohallaMartCatalogue, orderCreated, [])).toContain("No workflow");
  });

  it("warns of a deprecated event", () => {
    const retired = defineEvent({
      ...{
        name: "old.event",
        version: "2026-11-01.01",
        category: "test",
        owner: "tests",
        summary: "For tests.",
      },
      kind: "fact",
      deprecation: { deprecated: "2026-11-01", sunset: "2027-01-31", replacedBy: "new.event" },
      data: z.object({ id: z.string() }),
      examples: [{ id: "a" }, { id: "b" }],
    });
    expect(eventPage(mohallaMartCatalogue, retired, [])).toContain(
      "> Deprecated since 2026-11-01, may be sent until 2027-01-31; use [`new.event`](new-event.md) instead.",
    );
  });
});

it("the catalogue's page links to every event's page", () => {
  const page = cataloguePage(tenOceanCatalogue);
  for (const { event } of tenOceanCatalogue.definitions) expect(page).toContain(`[\`${event}\`](`);
  const row = `| ${tenOceanCatalogue.definitions.length} |`;
  expect(indexPage([mohallaMartCatalogue, tenOceanCatalogue])).toContain(row);
});
