import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { catalogues } from "../catalogues.ts";
import type { EventDefinition } from "./define-event.ts";
import type { PreviousVersion } from "./previous-version.ts";
import { acceptedValues } from "./schemas/sample.ts";
import {
  earlierVersion,
  eventRsvpChanged,
  orderCreated,
  userRegistered,
  versionedCatalogue,
} from "./testing/versioned-events.ts";

/** The real catalogues' histories too, as soon as there are any. */
const versioned = [...catalogues, versionedCatalogue]
  .flatMap(({ definitions }) => definitions)
  .flatMap((definition) =>
    previousOf(definition).map(
      (previous) => [definition.event, previous.version, definition, previous] as const,
    ),
  );

describe("upcasters", () => {
  it.each(versioned)(
    "%s: all that %s accepts parses as the latest version",
    (_, version, definition, previous) => {
      fc.assert(
        fc.property(acceptedValues(previous.schema), (data) => {
          const received = definition.receive({ v: version, data });
          expect(definition.schema.safeParse(received).success).toBe(true);
          expect(definition.receive({ data: received, v: definition.version })).toEqual(received);
        }),
        { numRuns: 200, seed: 3 },
      );
    },
  );

  it("compute: an order's total comes from its lines, in paise", () => {
    const line = (productId: string, quantity: number, price: number) => ({ productId, quantity, price });
    const items = [line("prod_1", 3, 19.99), line("prod_2", 1, 0.1), line("prod_3", 7, 0.7)];
    const order = { orderId: "ord_1", userId: "user_1", shopId: "shop_1", items };
    expect(orderCreated.receive({ v: earlierVersion, ts: 0, data: order }).total).toBe(64.97);
  });

  it("compute: a resident's names come from the full name", () => {
    const names = (fullName: string) => {
      const data = { userId: "user_1", email: "a@example.com", fullName };
      const { firstName, lastName } = userRegistered.receive({ v: earlierVersion, ts: 0, data });
      return [firstName, lastName];
    };
    expect(names("Maya Fernandes")).toEqual(["Maya", "Fernandes"]);
    expect(names(" Asha  Devi Rao ")).toEqual(["Asha", "Devi Rao"]);
    expect(names("Suresh")).toEqual(["Suresh", ""]);
  });

  it("compute: an answer's seats come from its guests", () => {
    const answer = (attending: boolean, guests: number) => {
      const data = { eventId: "evt_1", userId: "user_1", attending, guests };
      const { response, seats } = eventRsvpChanged.receive({ v: earlierVersion, ts: 0, data });
      return [response, seats];
    };
    expect(answer(true, 2)).toEqual(["going", 3]);
    expect(answer(false, 2)).toEqual(["declined", 0]);
  });
});

function previousOf(definition: EventDefinition): PreviousVersion[] {
  const versions: PreviousVersion[] = [];
  for (let previous = definition.previous; previous; previous = previous.previous) versions.push(previous);
  return versions;
}
