import type { SentMessage } from "@org/local-stack";
import type { Act, Deed } from "../../run/journal.ts";
import type { Delivery, Order, Snapshot } from "../snapshot.ts";

export interface World {
  snapshot: Snapshot;
  acts: Act[];
}

/** A small world in which everybody got what they were told. */
export function rightWorld(): World {
  const orders = [
    order("ord_cash", {}),
    order("ord_paid", { payment: "prepaid", paymentId: "pay_1", paymentStatus: "captured" }),
    order("ord_back", {
      payment: "prepaid",
      paymentId: "pay_2",
      paymentStatus: "refunded",
      status: "cancelled",
      isRestored: true,
    }),
  ];
  const keys = [
    ...["ord_cash", "ord_paid"].flatMap((id) => [
      [`order-confirmation:${id}:email`, id],
      [`order-confirmation:${id}:sms`, id],
      [`new-order:${id}:sk_1:email`, id],
    ]),
    ["order-cancelled:ord_back:email", "ord_back"],
    ["refund:rfnd_1:processed:email", "ord_back"],
    ["confirm-registration:user_noor:email", "user_noor"],
    ["confirm-registration:user_new:email", "user_new"],
    ["notification:resident-welcome:user_noor:1:user_noor:email", "user_noor"],
    ["notification:event-answer:evt_1:user_maya:1:user_maya:email", "evt_1"],
    ["notification:request-received:req_1:user_maya:email", "req_1"],
  ];
  const deliveries = keys.map(([key = "", subject = ""]) => delivery(key, subject));
  return {
    snapshot: {
      orders,
      deliveries,
      messages: deliveries.map(message),
      payments: [
        { id: "pay_1", status: "captured", amount: 1_000, refunded: 0 },
        { id: "pay_2", status: "refunded", amount: 1_000, refunded: 1_000 },
      ],
      checkouts: [],
      refunds: [{ refundId: "rfnd_1", orderId: "ord_back", status: "processed" }],
      ...shop(),
      ...house(),
      ledger: [],
      letters: [],
      failedRuns: [],
      outbox: [],
      openRuns: [],
    },
    acts: acts(),
  };
}

/** Two products, of which one piece each of `prod_1` is in the two orders that stand. */
function shop(): Pick<Snapshot, "products" | "shelf" | "search" | "cache"> {
  const shown = { name: "Rice", price: 10, category: "Grain" };
  return {
    products: [
      { ...shown, productId: "prod_1", stock: 8, reserved: 0, isListed: true },
      { ...shown, productId: "prod_2", price: 50, stock: 0, reserved: 0, isListed: true },
    ],
    shelf: new Map([
      ["prod_1", { before: 10, logged: -2 }],
      ["prod_2", { before: 0, logged: 0 }],
    ]),
    search: new Map([["prod_1", shown]]),
    cache: new Map([["prod_2", { ...shown, price: 50 }]]),
  };
}

function house(): Pick<Snapshot, "residents" | "unproven" | "gatherings" | "rsvps" | "requests"> {
  const rsvp = {
    eventId: "evt_1",
    userId: "user_maya",
    response: "going",
    seats: 1,
    isSeated: true,
    revision: 1,
  };
  return {
    residents: [{ userId: "user_noor", email: "noor@example.com", status: "verified", round: 1 }],
    unproven: [{ userId: "user_new" }],
    gatherings: [{ eventId: "evt_1", capacity: 1 }],
    rsvps: [rsvp],
    requests: [{ requestId: "req_1", userId: "user_maya", entries: 1 }],
  };
}

function acts(): Act[] {
  const contact = (name: string) => ({ shopId: "shop_1", email: `${name}@example.com`, phone: "9800000001" });
  return [
    act("ord_cash", { what: "order", ...contact("ord_cash"), payment: "cash" }),
    act("ord_paid", { what: "order", ...contact("ord_paid"), payment: "prepaid" }),
    act("ord_paid", { what: "payment", paymentId: "pay_1" }),
    act("ord_back", { what: "order", ...contact("ord_back"), payment: "prepaid" }),
    act("ord_back", { what: "payment", paymentId: "pay_2" }),
    act("ord_back", { what: "cancellation" }),
    act("user_noor", { what: "registration", email: "noor@example.com" }),
    act("user_noor", { what: "confirmation", email: "noor@example.com" }),
    act("user_new", { what: "registration", email: "new@example.com" }),
    act("user_noor", { what: "decision", status: "verified", email: "noor@example.com" }),
    act("evt_1", { what: "gathering", title: "Roof party", capacity: 1 }),
    act("evt_1", { what: "answer", userId: "user_maya", response: "going" }),
    act("req_1", { what: "repair", userId: "user_maya", email: "maya@example.com" }),
    act("prod_2", { what: "price", price: 50 }),
  ];
}

export function act(id: string, deed: Deed, answer: Act["answer"] = "acknowledged"): Act {
  return { ...deed, id, answer, tries: 1, began: 1_000, ended: 2_000 };
}

export function order(orderId: string, changes: Partial<Order>): Order {
  return {
    orderId,
    email: `${orderId}@example.com`,
    payment: "cash",
    paymentId: null,
    paymentStatus: "due",
    refundStatus: null,
    status: "placed",
    total: 1_000,
    isTaken: true,
    isRestored: false,
    lines: [{ productId: "prod_1", quantity: 1 }],
    ...changes,
  };
}

export function delivery(key: string, subject: string): Delivery {
  const channel = key.endsWith(":sms") ? "sms" : "email";
  return { key, subject, channel, status: "sent", messageId: `msg ${key}` };
}

export function message({ key, channel, messageId }: Delivery): SentMessage {
  const isText = channel === "sms";
  return {
    id: messageId ?? "",
    vendor: isText ? "msg91" : "resend",
    channel: isText ? "sms" : "email",
    at: "2026-11-01T00:00:00.000Z",
    to: isText ? `+919${key.length.toString().padStart(9, "0")}` : "somebody@example.com",
    subject: key,
    text: key,
    resource: {},
  };
}
