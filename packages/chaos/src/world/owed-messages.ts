import { type Act, actsOf } from "../run/journal.ts";
import type { Snapshot } from "./snapshot.ts";

/** A message that is owed to somebody, by its key. */
export interface Owed {
  what: string;
  /** Of what it is about. */
  id: string;
  key: string;
}

/** What messages follow from. */
export type Promises = Pick<Snapshot, "orders" | "refunds" | "residents" | "unproven" | "rsvps" | "requests">;

/** Every message that somebody has to have been sent, or a record has to tell of, by now. */
export function owedMessages(world: Promises, acts: readonly Act[]): Owed[] {
  return [...aboutOrders(world), ...aboutRegistrations(world, acts), ...aboutTheHouse(world)];
}

function aboutOrders({ orders, refunds }: Promises): Owed[] {
  const each = orders.flatMap(({ orderId: id, status }): Owed[] =>
    status === "cancelled"
      ? [{ what: "cancellation email", id, key: `order-cancelled:${id}:email` }]
      : [
          { what: "confirmation email", id, key: `order-confirmation:${id}:email` },
          { what: "confirmation SMS", id, key: `order-confirmation:${id}:sms` },
        ],
  );
  const back = refunds
    .filter(({ status }) => status === "processed")
    .map(({ refundId, orderId: id }) => {
      return { what: "refund email", id, key: `refund:${refundId}:processed:email` };
    });
  return [...each, ...back];
}

const notice = (name: string, occasion: string, userId: string) =>
  `notification:${name}:${occasion}:${userId}:email`;

/** Everybody gets the link that proves their address; who used it is told what comes next, or what was decided. */
function aboutRegistrations({ residents, unproven }: Promises, acts: readonly Act[]): Owed[] {
  const applied = new Set(actsOf(acts, "registration").map(({ id }) => id));
  const links = [...residents, ...unproven]
    .filter(({ userId }) => applied.has(userId))
    .map(({ userId: id }) => ({ what: "email with a link", id, key: `confirm-registration:${id}:email` }));
  const outcomes = residents
    .filter(({ userId }) => applied.has(userId))
    .map(({ userId: id, status, round }) => {
      const decided = { verified: "resident-welcome", rejected: "registration-rejected" }[status];
      const key = notice(decided ?? "registration-received", `${id}:${round}`, id);
      return { what: "registration email", id, key };
    });
  return [...links, ...outcomes];
}

function aboutTheHouse({ rsvps, requests }: Promises): Owed[] {
  const answers = rsvps.map(({ eventId, userId, revision }) => {
    const key = notice("event-answer", `${eventId}:${userId}:${revision}`, userId);
    return { what: "answer email", id: eventId, key };
  });
  const repairs = requests.map(({ requestId: id, userId }) => {
    return { what: "repair email", id, key: notice("request-received", id, userId) };
  });
  return [...answers, ...repairs];
}
