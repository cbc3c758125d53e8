import type { Act } from "../run/journal.ts";
import { lookAtCatalogue } from "./catalogue.ts";
import { lookAtHouse } from "./house.ts";
import { lookAtMessages } from "./messages.ts";
import { lookAtMoney } from "./money.ts";
import { lookAtOrders } from "./orders.ts";
import { lookAtRest } from "./rest.ts";
import type { Finding, Seen, Snapshot } from "./snapshot.ts";
import { lookAtStock } from "./stock.ts";

/** Compares the world with what people were told. What an open dead letter owes is stated, and no finding. */
export function compare(snapshot: Snapshot, acts: readonly Act[]): Seen {
  const messages = lookAtMessages(snapshot, acts);
  const rest = lookAtRest(snapshot);
  const findings = [
    ...lookAtOrders(snapshot, acts),
    ...lookAtMoney(snapshot, acts),
    ...lookAtStock(snapshot),
    ...messages.findings,
    ...lookAtHouse(snapshot, acts),
    ...lookAtCatalogue(snapshot, acts),
    ...rest.findings,
  ];
  const open = snapshot.letters.filter(({ status }) => status === "open");
  const owes = ({ owed, id }: Finding) =>
    owed && open.some(({ events }) => events.includes(JSON.stringify(id)));
  return {
    findings: findings.filter((finding) => !owes(finding)),
    stated: [
      ...messages.stated,
      ...rest.stated,
      ...findings
        .filter(owes)
        .map(({ what, id, says }) => ({ kind: "dead letter" as const, what, id, says })),
    ],
  };
}
