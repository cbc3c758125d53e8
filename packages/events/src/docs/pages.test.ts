import { describe, expect, test } from "vitest";
import * as z from "zod";
import { defineEvent } from "../define-event.ts";
import { mohallaMartCatalogue } from "../mohallamart/catalogue.ts";
import { orderCreated } from "../mohallamart/order-created.ts";
import { tenOceanCatalogue } from "../ten-ocean/catalogue.ts";
import { userRegistered } from "../ten-ocean/user-registered.ts";
import { cataloguePage, eventPage, indexPage } from "./pages.ts";

describe("an event's page", () => {
  const page = eventPage(mohallaMartCatalogue, orderCreated, [
    { workflow: "send-order-confirmation", how: "is triggered by" },
  ]);

  test("tells purpose, id, fields with limits, versions, examples and consumers", () => {
    expect(page).toContain(orderCreated.summary);
    expect(page).toContain("`order.created:{orderId}`");
    expect(page).toContain("| `items[].quantity` | `integer` | yes |  | `1..1000` |");
    expect(page).toContain('`"cash" \\| "prepaid"`');
    expect(page).toMatch(/2026-10-01\.01 \| sent until 2027-03-31 \| .*`items`/);
    expect(page).toContain('"orderId": "ord_456"');
    expect(page).toContain("`send-order-confirmation` is triggered by it");
  });

  test("names the kind of personal data", () => {
    expect(eventPage(tenOceanCatalogue, userRegistered, undefined)).toContain(
      "| `email` | `string` | yes | email |",
    );
  });

  test("says what is not known, and what nobody consumes", () => {
    expect(eventPage(mohallaMartCatalogue, orderCreated, undefined)).toContain("pnpm workflows graph");
    expect(eventPage(mohallaMartCatalogue, orderCreated, [])).toContain("No workflow");
  });

  test("warns of a deprecated event", () => {
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

test("the catalogue's page links to every event's page", () => {
  const page = cataloguePage(tenOceanCatalogue);
  for (const { event } of tenOceanCatalogue.definitions) expect(page).toContain(`[\`${event}\`](`);
  expect(indexPage([mohallaMartCatalogue, tenOceanCatalogue])).toContain("| 19 |");
});
