import {
  isEnd,
  isShownToShop,
  type OrderState,
  type OrderTransition,
  orderStates,
  orderTransitions,
} from "@org/stores/mohallamart/orders/order-states";

/** The table of an order's status and money, as a picture and as rows. */
export function orderStatesPage(): string {
  const cash = orderTransitions.filter(({ from }) => from.money === "due");
  const prepaid = orderTransitions.filter(({ from }) => from.money !== "due");
  return [
    "# What may happen to an order",
    "<!-- Written by `pnpm workflows graph`. -->",
    "An order is in one of these states: its status, and where its money is. What is not an arrow here does not happen, whoever asks for it: commands, workflows and the store read the same table, [`order-state-rows.ts`](../packages/stores/src/mohallamart/orders/order-state-rows.ts).",
    section("Paid on delivery", cash),
    section("Paid online", prepaid),
    "Arrows that change nothing, and states that only orders have that are older than the table, stand in the rows below and not in the picture.",
    "## The states",
    stateTable(),
    "## The rows",
    rowTable(),
    "",
  ].join("\n\n");
}

function section(title: string, transitions: readonly OrderTransition[]): string {
  const shown = transitions.filter(
    ({ from, to }) => nameOf(from) !== nameOf(to) && !isOlder(from) && !isOlder(to),
  );
  const beginning = shown.find(({ from }) => from.order === "placed" && from.money !== "captured")?.from;
  const states = new Map(shown.flatMap(({ from, to }) => [from, to]).map((state) => [idOf(state), state]));
  const ends = [...states.values()].filter(isEnd);
  const labels = new Map<string, string[]>();
  for (const { from, to, event } of shown) {
    const arrow = `${idOf(from)} --> ${idOf(to)}`;
    labels.set(arrow, [...(labels.get(arrow) ?? []), event]);
  }
  const lines = [
    "stateDiagram-v2",
    ...[...states].map(([id, state]) => `  state "${nameOf(state)}" as ${id}`),
    ...(beginning ? [`  [*] --> ${idOf(beginning)}`] : []),
    ...[...labels].map(([arrow, events]) => `  ${arrow}: ${[...new Set(events)].join(", ")}`),
    ...ends.map((state) => `  ${idOf(state)} --> [*]`),
  ];
  return `## ${title}\n\n\`\`\`mermaid\n${lines.join("\n")}\n\`\`\``;
}

function stateTable(): string {
  const rows = orderStates.map((state) => {
    const remarks = [
      isEnd(state) ? "nothing more has to happen" : "",
      isShownToShop(state) ? "" : "the shop does not see it",
      isOlder(state) ? "only of orders older than the table" : "",
    ].filter(Boolean);
    return `| ${state.order} | ${state.money} | ${remarks.join("; ") || "–"} |`;
  });
  return ["| status | money | |", "|---|---|---|", ...rows].join("\n");
}

/** One row for each rule, whichever states it holds for. */
function rowTable(): string {
  const rules = new Map<string, OrderTransition[]>();
  for (const transition of orderTransitions) {
    const key = JSON.stringify([transition.event, transition.effects, transition.by, transition.why]);
    rules.set(key, [...(rules.get(key) ?? []), transition]);
  }
  const rows = [...rules.values()].map((transitions) => {
    const [first] = transitions;
    const moves = transitions.map(({ from, to }) =>
      nameOf(from) === nameOf(to) ? `${nameOf(from)} stays` : `${nameOf(from)} → ${nameOf(to)}`,
    );
    const cells = [
      `\`${first?.event}\``,
      moves.join("<br>"),
      first?.by.join(", "),
      first?.effects.join(", ") || "–",
      first?.why,
    ];
    return `| ${cells.join(" | ")} |`;
  });
  return ["| event | what it changes | who | what follows | why |", "|---|---|---|---|---|", ...rows].join(
    "\n",
  );
}

function isOlder({ order, money }: OrderState): boolean {
  if (money === "authorised") return order !== "placed" && order !== "cancelled";
  return money === "failed" && order !== "cancelled";
}

function nameOf({ order, money }: OrderState): string {
  return `${order}, ${money}`;
}

function idOf({ order, money }: OrderState): string {
  return `${order}_${money.replaceAll("-", "_")}`;
}
