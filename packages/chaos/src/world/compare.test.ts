import { describe, expect, it } from "vitest";
import { compare } from "./compare.ts";
import type { Letter } from "./snapshot.ts";
import { act, delivery, message, order, rightWorld, type World } from "./testing/right-world.ts";

/** What is found in a right world that something happened to, as `lost order ord_cash`. */
function foundAfter(spoil: (world: World) => void): string[] {
  const world = rightWorld();
  spoil(world);
  return compare(world.snapshot, world.acts).findings.map(({ kind, what, id }) => `${kind} ${what} ${id}`);
}

function orderIn({ snapshot }: World, id: string) {
  const found = snapshot.orders.find(({ orderId }) => orderId === id);
  if (!found) throw new Error(`There is no ${id} in the right world.`);
  return found;
}

function paymentIn({ snapshot }: World, id: string) {
  const found = snapshot.payments.find((payment) => payment.id === id);
  if (!found) throw new Error(`There is no ${id} in the right world.`);
  return found;
}

function first<Item>(items: readonly Item[]): Item {
  const [item] = items;
  if (item === undefined) throw new Error("The right world has none.");
  return item;
}

const letter = (events: string): Letter => {
  return { runId: "run_1", workflow: "update-inventory", status: "open", error: "lost", events };
};

it("finds nothing in a world that is right", () => {
  expect(foundAfter(() => {})).toEqual([]);
});

const soldOut = (id: string) => ({ ...message(delivery("out-of-stock:evt:sk_1:email", "prod_1")), id });

/** A product is sold out as often as there are ids, and its shop is told in the same words each time. */
function sellOut(snapshot: World["snapshot"], ids: readonly string[]): void {
  for (const messageId of ids)
    snapshot.deliveries.push({ ...delivery(`out-of-stock:${messageId}:sk_1:email`, "prod_1"), messageId });
  snapshot.messages = [...snapshot.messages, ...ids.map(soldOut)];
}

it("finds nothing in telling each time that a product is sold out", () => {
  expect(foundAfter(({ snapshot }) => sellOut(snapshot, ["first", "second"]))).toEqual([]);
});

describe("it finds", () => {
  it.each<[string, string, (world: World) => void]>([
    [
      "an order that is not there",
      "lost order ord_cash",
      ({ snapshot }) => {
        snapshot.orders.splice(0, 1);
      },
    ],
    [
      "a paid order that is not there",
      "lost order ord_new",
      ({ acts }) => {
        acts.push(act("ord_new", { what: "payment", paymentId: "pay_3" }));
      },
    ],
    [
      "money without an order or a refusal",
      "lost money ord_new",
      ({ acts }) => {
        acts.push(act("ord_new", { what: "payment", paymentId: "pay_3" }, "doubt"));
      },
    ],
    [
      "a second order of one customer",
      "doubled order ord_cash, ord_2",
      ({ snapshot }) => {
        snapshot.orders.push(order("ord_2", { email: "ord_cash@example.com" }));
      },
    ],
    [
      "an order that was refused",
      "wrong order ord_cash",
      ({ acts }) => {
        first(acts).answer = "refused";
      },
    ],
    [
      "a cancellation that did not hold",
      "lost cancellation ord_cash",
      ({ acts }) => {
        acts.push(act("ord_cash", { what: "cancellation" }));
      },
    ],
    [
      "an order that nobody cancelled",
      "wrong order ord_cash",
      (world) => {
        Object.assign(orderIn(world, "ord_cash"), { status: "cancelled", isRestored: true });
      },
    ],
    [
      "stock that was not taken",
      "lost stock ord_cash",
      (world) => {
        orderIn(world, "ord_cash").isTaken = false;
      },
    ],
    [
      "stock that did not go back",
      "lost stock ord_back",
      (world) => {
        orderIn(world, "ord_back").isRestored = false;
      },
    ],
    [
      "stock that was taken twice",
      "wrong stock prod_1",
      ({ snapshot }) => {
        first(snapshot.products).stock = 7;
      },
    ],
    [
      "stock that stays reserved",
      "wrong stock prod_1",
      ({ snapshot }) => {
        first(snapshot.products).reserved = 1;
      },
    ],
    [
      "money that was not captured",
      "wrong money ord_paid",
      (world) => {
        paymentIn(world, "pay_1").status = "authorised";
      },
    ],
    [
      "money that was not booked",
      "wrong money ord_paid",
      (world) => {
        orderIn(world, "ord_paid").paymentStatus = "authorised";
      },
    ],
    [
      "money that did not go back",
      "wrong money ord_back",
      (world) => {
        Object.assign(paymentIn(world, "pay_2"), { status: "captured", refunded: 0 });
      },
    ],
    [
      "money that nobody ordered for",
      "wrong money pay_3",
      ({ snapshot }) => {
        snapshot.payments.push({ id: "pay_3", status: "captured", amount: 500, refunded: 0 });
      },
    ],
    [
      "a refund that stays on its way",
      "wrong money ord_back",
      (world) => {
        Object.assign(orderIn(world, "ord_back"), { paymentStatus: "captured", refundStatus: "pending" });
      },
    ],
    [
      "money that came back without a word",
      "lost refund email ord_back",
      ({ snapshot }) => {
        snapshot.deliveries = snapshot.deliveries.filter(({ key }) => !key.startsWith("refund:"));
      },
    ],
    [
      "a link that was not sent",
      "lost email with a link user_new",
      ({ snapshot }) => {
        const isLink = ({ subject }: { subject: string }) => subject === "user_new";
        snapshot.deliveries = snapshot.deliveries.filter((delivery) => !isLink(delivery));
      },
    ],
    [
      "an address that was proven in vain",
      "lost confirmation user_new",
      ({ acts }) => {
        acts.push(act("user_new", { what: "confirmation", email: "new@example.com" }));
      },
    ],
    [
      "a message that nobody knows of",
      "lost confirmation SMS ord_cash",
      ({ snapshot }) => {
        snapshot.deliveries = snapshot.deliveries.filter(
          ({ key }) => key !== "order-confirmation:ord_cash:sms",
        );
      },
    ],
    [
      "a shop that was not told",
      "lost shop's notice ord_cash",
      ({ snapshot }) => {
        snapshot.deliveries = snapshot.deliveries.filter(({ key }) => !key.startsWith("new-order:ord_cash"));
      },
    ],
    [
      "a message that no vendor had",
      "lost message ord_cash",
      ({ snapshot }) => {
        snapshot.messages = snapshot.messages.slice(1);
      },
    ],
    [
      "a message that left twice",
      "doubled email one, other",
      ({ snapshot }) => {
        const sent = message(first(snapshot.deliveries));
        snapshot.messages = [...snapshot.messages.slice(1), { ...sent, id: "one" }, { ...sent, id: "other" }];
        first(snapshot.deliveries).messageId = "one";
      },
    ],
    [
      "a notice that left more often than there was an occasion",
      "doubled email first, second, third",
      ({ snapshot }) => {
        sellOut(snapshot, ["first", "second"]);
        snapshot.messages = [...snapshot.messages, soldOut("third")];
      },
    ],
    [
      "a registration that is not there",
      "lost registration user_gone",
      ({ acts }) => {
        acts.push(act("user_gone", { what: "registration", email: "gone@example.com" }));
      },
    ],
    [
      "a decision that did not hold",
      "lost decision user_noor",
      ({ acts }) => {
        acts.push(act("user_noor", { what: "decision", status: "rejected", email: "noor@example.com" }));
      },
    ],
    [
      "an event that is not there",
      "lost gathering evt_2",
      ({ acts }) => {
        acts.push(act("evt_2", { what: "gathering", title: "Dinner", capacity: 1 }));
      },
    ],
    [
      "an answer that did not hold",
      "lost answer evt_1 of user_maya",
      ({ snapshot }) => {
        Object.assign(first(snapshot.rsvps), { response: "declined", seats: 0, isSeated: false });
      },
    ],
    [
      "a seat that is not there",
      "wrong seats evt_1",
      ({ snapshot }) => {
        first(snapshot.gatherings).capacity = 0;
      },
    ],
    [
      "somebody who waits beside an empty seat",
      "wrong seats evt_1",
      ({ snapshot }) => {
        first(snapshot.rsvps).isSeated = false;
      },
    ],
    [
      "a repair that is not there",
      "lost repair req_2",
      ({ acts }) => {
        acts.push(act("req_2", { what: "repair", userId: "user_maya", email: "maya@example.com" }));
      },
    ],
    [
      "a price that did not hold",
      "lost price prod_2",
      ({ acts }) => {
        acts.push(act("prod_2", { what: "price", price: 60 }));
      },
    ],
    [
      "a product that search lost",
      "wrong search prod_1",
      ({ snapshot }) => {
        snapshot.search.delete("prod_1");
      },
    ],
    [
      "a product that search finds although it is sold out",
      "wrong search prod_2",
      ({ snapshot }) => {
        snapshot.search.set("prod_2", { name: "Rice", price: 50, category: "Grain" });
      },
    ],
    [
      "an old price in the cache",
      "wrong cache prod_2",
      ({ snapshot }) => {
        snapshot.cache.set("prod_2", { name: "Rice", price: 49, category: "Grain" });
      },
    ],
    [
      "an event that the engine never took",
      "stuck outbox evt",
      ({ snapshot }) => {
        snapshot.outbox.push({ id: "evt", name: "order.created" });
      },
    ],
    [
      "a run that goes on for ever",
      "stuck run run_2",
      ({ snapshot }) => {
        snapshot.openRuns.push({ runId: "run_2", functionId: "f", at: "between steps", queuedAt: 0 });
      },
    ],
    [
      "a failed run without a dead letter",
      "lost dead letter run_2",
      ({ snapshot }) => {
        snapshot.failedRuns.push({ runId: "run_2", functionId: "f" });
      },
    ],
  ])("%s", (_what, expected, spoil) => {
    expect(foundAfter(spoil)).toContain(expected);
  });
});

describe("it does not call lost", () => {
  it("what an open dead letter owes, and says so", () => {
    const world = rightWorld();
    Object.assign(orderIn(world, "ord_cash"), { isTaken: false });
    world.snapshot.shelf.set("prod_1", { before: 9, logged: -1 });
    first(world.snapshot.products).reserved = 1;
    world.snapshot.letters.push(letter('[{"data":{"orderId":"ord_cash"}}]'));
    const { findings, stated } = compare(world.snapshot, world.acts);
    expect(findings).toEqual([]);
    expect(stated.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      "dead letter run_1",
      "dead letter ord_cash",
    ]);
  });

  it("an acknowledged order that is missing, whatever a dead letter says, is", () => {
    const world = rightWorld();
    world.snapshot.orders.splice(0, 1);
    world.snapshot.letters.push(letter('["ord_cash"]'));
    const found = compare(world.snapshot, world.acts).findings.map(({ kind, id }) => `${kind} ${id}`);
    expect(found).toContain("lost ord_cash");
  });

  it("a message of which a record says that nobody knows", () => {
    const world = rightWorld();
    first(world.snapshot.deliveries).status = "unknown";
    const { findings, stated } = compare(world.snapshot, world.acts);
    expect(findings).toEqual([]);
    expect(stated).toEqual([
      {
        kind: "in doubt",
        what: "confirmation email",
        id: "ord_cash",
        says: "order-confirmation:ord_cash:email",
      },
    ]);
  });

  it("an alert that waits for its turn, and says so", () => {
    const world = rightWorld();
    const run = { runId: "run_9", functionId: "operations-alert-on-failure", queuedAt: 0 };
    world.snapshot.openRuns.push({ ...run, at: "not begun" });
    const { findings, stated } = compare(world.snapshot, world.acts);
    expect([findings, stated.map(({ kind, id }) => `${kind} ${id}`)]).toEqual([[], ["late run_9"]]);
    world.snapshot.openRuns.push({ ...run, at: "between steps" });
    expect(compare(world.snapshot, world.acts).findings).toHaveLength(1);
  });

  it("what was in doubt, whether it happened or not", () => {
    const doubt = (world: World) => {
      world.acts.push(act("user_x", { what: "registration", email: "x@example.com" }, "doubt"));
      world.acts.push(act("prod_2", { what: "price", price: 70 }, "doubt"));
    };
    expect(foundAfter(doubt)).toEqual([]);
    const happened = (world: World) => {
      doubt(world);
      const product = world.snapshot.products[1];
      if (product) product.price = 70;
      world.snapshot.cache.clear();
    };
    expect(foundAfter(happened)).toEqual([]);
  });
});
