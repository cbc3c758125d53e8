import { describe, expectTypeOf, it } from "vitest";
import type { createMohallaMartEvents, mohallaMartCatalogue, orderCreated } from "../mohallamart.ts";
import type { createOperationsEvents } from "../operations.ts";
import type { createTenOceanEvents } from "../ten-ocean.ts";
import type { Emit } from "./emitters.ts";
import type { GroupOf, VerbOf } from "./event-groups.ts";
import type { documentedEvents } from "./testing/documented-events.ts";

/** `orderEvents.created` for every emitter and verb there is. */
type Paths<Groups> = {
  [Group in keyof Groups & string]: `${Group}.${keyof Groups[Group] & string}`;
}[keyof Groups & string];

/** The documents' paths that the emitters lack: none. */
type Missing<Documented, Groups> = Exclude<Documented[keyof Documented], Paths<Groups>>;

type MohallaMart = ReturnType<typeof createMohallaMartEvents>;
type TenOcean = ReturnType<typeof createTenOceanEvents>;

describe("emitters and verbs follow from category and name, as at run time", () => {
  it("for a name of any spelling", () => {
    expectTypeOf<VerbOf<"order.created">>().toEqualTypeOf<"created">();
    expectTypeOf<VerbOf<"order.pre-paid">>().toEqualTypeOf<"prePaid">();
    expectTypeOf<VerbOf<"order.items.added">>().toEqualTypeOf<"itemsAdded">();
    expectTypeOf<VerbOf<"product.outOfStock">>().toEqualTypeOf<"outOfStock">();
    expectTypeOf<VerbOf<"event/rsvp.changed">>().toEqualTypeOf<"rsvpChanged">();
    expectTypeOf<VerbOf<"event.series/moved">>().toEqualTypeOf<"moved">();
    expectTypeOf<VerbOf<"paid">>().toEqualTypeOf<"paid">();
    expectTypeOf<GroupOf<"dead-letters">>().toEqualTypeOf<"deadLettersEvents">();
  });

  it("for every event of the documents", () => {
    expectTypeOf<Missing<(typeof documentedEvents)["mohallamart"], MohallaMart>>().toBeNever();
    expectTypeOf<Missing<(typeof documentedEvents)["ten-ocean"], TenOcean>>().toBeNever();
  });

  it("and lead to the event's own emitter and definition", () => {
    expectTypeOf<MohallaMart["orderEvents"]["created"]>().toEqualTypeOf<Emit<typeof orderCreated>>();
    type Groups = (typeof mohallaMartCatalogue)["groups"];
    expectTypeOf<Groups["orderEvents"]["created"]>().toEqualTypeOf<typeof orderCreated>();
    type Operations = ReturnType<typeof createOperationsEvents>;
    expectTypeOf<keyof Operations["operationsEvents"]>().toEqualTypeOf<
      | "deadLetterReplayRequested"
      | "eventsLost"
      | "messageInDoubt"
      | "messageResendRequested"
      | "messageUndelivered"
    >();
  });
});
