import type { SentMessage } from "@org/local-stack";
import { type Act, actsOf } from "../run/journal.ts";
import { type Owed, owedMessages, type Promises } from "./owed-messages.ts";
import type { Delivery, Finding, Seen, Snapshot, Stated } from "./snapshot.ts";

type Told = Pick<Snapshot, "deliveries" | "messages" | "ledger"> & Promises;

/** Every message left once, or a record says that it did not or that nobody knows. */
export function lookAtMessages(snapshot: Told, acts: readonly Act[]): Seen {
  const byKey = new Map(snapshot.deliveries.map((delivery) => [delivery.key, delivery]));
  const sentIds = new Set(snapshot.messages.map(({ id }) => id));
  const looks = owedMessages(snapshot, acts).map((owed) => lookAt(owed, byKey.get(owed.key)));
  const findings = looks.flatMap(({ finding }) => finding ?? []);
  const stated = looks.flatMap((look) => look.stated ?? []);
  for (const { key, subject: id, status, messageId } of snapshot.deliveries) {
    if (status !== "sent" || !messageId || sentIds.has(messageId)) continue;
    findings.push({
      kind: "lost",
      what: "message",
      id,
      says: `${key} is recorded as sent, and no vendor had it`,
    });
  }
  const known = new Set(stated.map(({ says }) => says));
  for (const { key, state } of snapshot.ledger) {
    if (!known.has(key)) stated.push({ kind: "in doubt", what: "ledger", id: key, says: state });
  }
  return { findings: [...findings, ...shops(snapshot), ...doubled(snapshot, acts)], stated };
}

function lookAt(
  { what, id, key }: Owed,
  delivery: Delivery | undefined,
): { finding?: Finding; stated?: Stated } {
  if (!delivery)
    return { finding: { kind: "lost", what, id, says: `nothing is recorded of ${key}`, owed: true } };
  if (delivery.status === "sent") return {};
  const kind = delivery.status === "unknown" ? "in doubt" : "not sent";
  return { stated: { kind, what, id, says: key } };
}

/** Somebody at the shop knows of each order that stands. */
function shops({ orders, deliveries }: Told): Finding[] {
  const told = new Set(
    deliveries
      .filter(({ key, status }) => key.startsWith("new-order:") && status !== "failed")
      .map(({ key }) => key.split(":")[1]),
  );
  return orders
    .filter(({ orderId, status }) => status !== "cancelled" && !told.has(orderId))
    .map(({ orderId: id }) => ({
      kind: "lost",
      what: "shop's notice",
      id,
      says: "nobody at the shop was told",
      owed: true,
    }));
}

/** The same words to the same person more often than there was an occasion; and two texts to somebody who ordered once. */
function doubled({ messages, deliveries }: Told, acts: readonly Act[]): Finding[] {
  const toPeople = messages.filter(({ channel }) => ["email", "sms", "push"].includes(channel));
  const alike = Map.groupBy(toPeople, ({ channel, to, subject, text }) =>
    JSON.stringify([channel, to, subject, text]),
  );
  const recorded = new Map(deliveries.map((delivery) => [delivery.messageId, delivery]));
  const timesOf = Map.groupBy(
    deliveries.filter(({ status }) => status !== "failed"),
    repeatable,
  );
  const isTooOften = (same: readonly SentMessage[]) => {
    const kind = same.map(({ id }) => repeatable(recorded.get(id))).find(Boolean);
    return same.length > (kind === undefined ? 1 : (timesOf.get(kind)?.length ?? 1));
  };
  const phones = new Set(actsOf(acts, "order").map(({ phone }) => phone));
  const texts = Map.groupBy(
    toPeople.filter(({ channel, to }) => channel === "sms" && phones.has(to.slice(-10))),
    ({ to }) => to,
  );
  const twice = [...texts.values()].filter((same) => same.length > 1);
  return [...[...alike.values()].filter(isTooOften), ...twice].map((same) => ({
    kind: "doubled",
    what: `${same[0]?.channel}`,
    id: same.map(({ id }) => id).join(", "),
    says: `${same.length} × “${same[0]?.subject ?? same[0]?.text ?? ""}” from ${same.map(({ vendor }) => vendor).join(", ")}`,
  }));
}

/** What happens to a product time and again is told in the same words: of which product, to whom and how; else nothing. */
function repeatable(delivery: Delivery | undefined): string | undefined {
  const [, kind, who] = /^((?:out-of|back-in)-stock):[^:]+:(.+)$/.exec(delivery?.key ?? "") ?? [];
  return kind && `${kind} ${delivery?.subject} ${who}`;
}
