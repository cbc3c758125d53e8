import { catalogues } from "@org/events/catalogues";
import { expect, it } from "vitest";
import { apps } from "./apps.ts";
import { outsideEvents } from "./outside-events.ts";
import { readEvents } from "./read-events.ts";
import { readFunctions } from "./read-functions.ts";

const events = await readEvents(await readFunctions(apps));

it("knows commands and workflows that send, also through a store's own events, and workflows that act", () => {
  const find = (name: string) => events.find(({ event }) => event === name);
  expect(find("shopkeeper.approved")).toMatchObject({
    senders: ["approve-application"],
    consumers: expect.arrayContaining(["send-approval-email", "verify-shopkeeper"]),
  });
  expect(find("product.outOfStock")?.senders).toEqual([
    "remove-picture",
    "save-picture",
    "save-product",
    "process-order",
    "update-inventory",
  ]);
});

it("has every event of every catalogue", () => {
  expect(events.map(({ event }) => event)).toEqual(
    catalogues.flatMap(({ definitions }) => definitions.map(({ event }) => event)),
  );
});

it.each(events)("$event is sent by somebody and acted on by somebody, or a reason says who else", (found) => {
  const { sender, consumer } = outsideEvents.get(found.event) ?? {};
  expect(found.senders.length > 0, "Write who sends it, or why nobody here does.").toBe(sender === undefined);
  expect(found.consumers.length > 0, "Write who acts on it, or why nobody here does.").toBe(
    consumer === undefined,
  );
});
