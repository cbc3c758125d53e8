import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { orderRows } from "./order-state-rows.ts";
import {
  isEnd,
  isShownToShop,
  mayHappen,
  moneyOf,
  type OrderEvent,
  type OrderState,
  orderStates,
  orderTransitions,
  transitionOf,
} from "./order-states.ts";

const nameOf = ({ order, money }: OrderState) => `${order} ${money}`;
const events = [...new Set(orderTransitions.map(({ event }) => event))];

/** How an order begins. */
const beginnings: readonly OrderState[] = [
  { order: "placed", money: "due" },
  { order: "placed", money: "authorised" },
];
/** How an order may stand that is older than the table. */
const older: readonly OrderState[] = (["placed", "packed", "shipped", "delivered"] as const).flatMap(
  (order) => (["authorised", "failed"] as const).map((money) => ({ order, money })),
);

function reachedFrom(states: readonly OrderState[]): Map<string, OrderState> {
  const reached = new Map(states.map((state) => [nameOf(state), state]));
  for (const state of reached.values())
    for (const event of events) {
      const to = transitionOf(state, event)?.to;
      if (to && !reached.has(nameOf(to))) reached.set(nameOf(to), to);
    }
  return reached;
}

const startAndEvents = (starts: readonly OrderState[]) =>
  fc.tuple(fc.constantFrom(...starts), fc.array(fc.constantFrom(...events), { maxLength: 30 }));

/** The states of a walk, of which an event that cannot happen is no step. */
function walk(start: OrderState, asked: readonly OrderEvent[]): OrderState[] {
  return [start, ...steps(start, asked).map(({ state }) => state)];
}

function steps(start: OrderState, asked: readonly OrderEvent[]) {
  const all: { event: OrderEvent; before: OrderState; state: OrderState }[] = [];
  for (const event of asked) {
    const before = all.at(-1)?.state ?? start;
    const state = transitionOf(before, event)?.to;
    if (state) all.push({ event, before, state });
  }
  return all;
}

it("says one thing of each event in each state", () => {
  const keys = orderTransitions.map(({ from, event }) => `${nameOf(from)} ${event}`);
  expect(keys.filter((key, place) => keys.indexOf(key) !== place)).toEqual([]);
  for (const { by, why } of orderRows) expect([by.length > 0, why.endsWith(".")]).toEqual([true, true]);
});

it("has no state that nothing leads to, and none that leads nowhere", () => {
  const reached = reachedFrom([...beginnings, ...older]);
  expect([...reached.keys()].toSorted()).toEqual(orderStates.map(nameOf).toSorted());
  const stuck = orderStates.filter((state) => ![...reachedFrom([state]).values()].some(isEnd));
  expect(stuck).toEqual([]);
});

it("moves no new order on before it is paid", () => {
  const unpaid = [...reachedFrom(beginnings).values()].filter(
    ({ money }) => money === "authorised" || money === "failed",
  );
  expect(new Set(unpaid.map(({ order }) => order))).toEqual(new Set(["placed", "cancelled"]));
});

it("10,000 walks of random events: what was delivered or cancelled stays so, and no money is lost sight of", () => {
  fc.assert(
    fc.property(startAndEvents([...beginnings, ...older]), ([start, asked]) => {
      for (const { event, before, state } of steps(start, asked)) {
        if (before.order === "cancelled") expect(state.order).toBe("cancelled");
        if (before.order === "delivered") expect(state.order).toBe("delivered");
        // Of what has left the shop nobody but the partner, after its last attempt, makes anything else.
        if (before.order === "shipped" && event !== "last-attempt-failed")
          expect(["shipped", "delivered"]).toContain(state.order);
        // Cash is never refunded by the vendor, and what was once taken is ours, on its way back, or back.
        if (before.money === "due") expect(state.money).toBe("due");
        if (isTaken(before)) expect(isTaken(state)).toBe(true);
      }
    }),
    { numRuns: 10_000 },
  );
});

it("10,000 walks of random events: what a bank says last of money that was taken is where it is, however often it says it", () => {
  const news = fc.constantFrom("refund-begun", "refund-processed", "refund-failed");
  const said = fc.array(news, { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(startAndEvents(beginnings), said, ([start, asked], bank) => {
      const state = walk(start, asked).at(-1) ?? start;
      const [words, repeated] = [bank, bank.flatMap((word) => [word, word])].map(
        (each) => walk(state, each).at(-1) ?? state,
      );
      expect(repeated).toEqual(words);
      const last = bank.findLast((word) => word !== "refund-begun");
      // A refund that failed may be begun anew.
      const isAnew = last === "refund-failed" && bank.at(-1) === "refund-begun";
      if (last && isTaken(state)) expect(words?.money).toBe(isAnew ? "refund-pending" : endOf[last]);
      if (!isTaken(state)) expect(words).toEqual(state);
    }),
    { numRuns: 10_000 },
  );
});

/** Money that was once ours, wherever it is now. */
function isTaken({ money }: OrderState): boolean {
  return ["captured", "refund-pending", "refund-failed", "refunded"].includes(money);
}

const endOf = { "refund-processed": "refunded", "refund-failed": "refund-failed" } as const;

describe("a prepaid order whose", () => {
  const placed: OrderState = { order: "placed", money: "authorised" };

  it("vendor is away for hours keeps its stock and its authorisation, and a person hears of it", () => {
    expect(transitionOf(placed, "vendor-away")).toMatchObject({ to: placed, effects: ["alert"] });
    for (const event of ["pack", "ship", "deliver"] as const) {
      expect(transitionOf(placed, event), event).toBeUndefined();
    }
  });

  it("capture fails late is cancelled; one that left unpaid long ago is told to a person", () => {
    expect(transitionOf(placed, "refuse-capture")).toMatchObject({
      to: { order: "cancelled", money: "failed" },
      effects: ["give-stock-back", "tell-customer"],
    });
    expect(transitionOf({ order: "shipped", money: "authorised" }, "refuse-capture")).toMatchObject({
      to: { order: "shipped", money: "failed" },
      effects: ["alert"],
    });
  });

  it("customer cancels while it is captured gives the money back, whoever comes first", () => {
    const paths = [
      ["cancel", "capture"],
      ["capture", "cancel"],
    ] as const;
    for (const path of paths) {
      expect(walk(placed, path).at(-1)).toEqual({ order: "cancelled", money: "captured" });
      expect(
        path.flatMap(
          (_event, place) =>
            transitionOf(walk(placed, path)[place] ?? placed, path[place] ?? "cancel")?.effects,
        ),
      ).toContain("refund");
    }
  });
});

it("the last failed attempt of a delivery undoes the order, and gives back what was paid", () => {
  const undone = ["give-stock-back", "take-revenue-back", "tell-customer", "tell-shop", "tell-partners"];
  expect(transitionOf({ order: "shipped", money: "due" }, "last-attempt-failed")).toMatchObject({
    to: { order: "cancelled", money: "due" },
    effects: undone,
  });
  expect(transitionOf({ order: "shipped", money: "captured" }, "last-attempt-failed")).toMatchObject({
    to: { order: "cancelled", money: "captured" },
    by: ["delivery-partner"],
    effects: ["refund", ...undone],
  });
  expect(transitionOf({ order: "delivered", money: "captured" }, "last-attempt-failed")).toBeUndefined();
});

it("shows a shop what is paid or due, and what it has seen before", () => {
  const hidden = orderStates.filter((state) => !isShownToShop(state)).map(nameOf);
  expect(hidden.toSorted()).toEqual([
    "cancelled authorised",
    "cancelled failed",
    "placed authorised",
    "placed failed",
  ]);
});

it("says by status who may do what", () => {
  const statuses = ["placed", "packed", "shipped", "delivered", "cancelled"] as const;
  expect(statuses.filter((status) => mayHappen(status, "cancel", "customer"))).toEqual(["placed", "packed"]);
  expect(statuses.filter((status) => mayHappen(status, "pack", "customer"))).toEqual([]);
  expect(statuses.filter((status) => mayHappen(status, "ship", "shop"))).toEqual(["placed", "packed"]);
});

it("reads where the money is from a payment and its refund", () => {
  expect(moneyOf({ status: "captured" })).toBe("captured");
  expect(moneyOf({ status: "captured", refund: "pending" })).toBe("refund-pending");
  expect(moneyOf({ status: "captured", refund: "failed" })).toBe("refund-failed");
  expect(moneyOf({ status: "refunded" })).toBe("refunded");
});
