import { setTimeout as delay } from "node:timers/promises";
import type { Outbox } from "../outbox.ts";
import { account, signed } from "./razorpay-account.ts";
import {
  type DisputeEntity,
  newId,
  type OrderEntity,
  type PaymentEntity,
  type RefundEntity,
} from "./razorpay-store.ts";

interface Subjects {
  payment: PaymentEntity;
  order?: OrderEntity;
  refund?: RefundEntity;
  dispute?: DisputeEntity;
}

export interface Webhooks {
  /**
   * Sends one event, and again while it is not answered with 2xx. Does not wait for the answer. As Razorpay warns, an
   * event may come twice, and a later one before it.
   */
  send(event: string, subjects: Subjects): void;
  /** Ends what is still to be sent again. */
  close(): void;
}

export interface WebhooksOptions {
  /** Without it, nothing is sent. */
  url: string | undefined;
  outbox: Outbox;
  /** Milliseconds before each try. Razorpay itself goes on for a day. */
  tries?: readonly number[];
  /** Whether events come twice and overtake each other. Default: true. */
  unruly?: boolean | undefined;
  /** The vendor's clock, milliseconds since 1970. Default: the computer's. */
  clock?: () => number;
}

const patience = 5_000;
/** Milliseconds. */
const betweenCopies = 60;
/** What is overtaken by that which follows from it, by this many milliseconds. */
const overtaken: ReadonlyMap<string, number> = new Map([
  ["payment.authorized", 100],
  ["refund.created", 200],
  ["payment.dispute.created", 100],
]);

/** Signed as razorpay.com/docs/webhooks/validate-test describes; every event also shows in the outbox. */
export function razorpayWebhooks({
  url,
  outbox,
  tries = [0, 1_000, 5_000, 15_000, 60_000],
  unruly = true,
  clock = Date.now,
}: WebhooksOptions): Webhooks {
  const closing = new AbortController();

  async function deliver(target: string, id: string, body: string): Promise<void> {
    for (const wait of tries) {
      await delay(wait, undefined, { signal: closing.signal, ref: false });
      const answer = await fetch(target, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          "x-razorpay-event-id": id,
          "x-razorpay-signature": signed(body, account.webhookSecret),
        },
        body,
        signal: AbortSignal.any([closing.signal, AbortSignal.timeout(patience)]),
      }).catch(() => undefined);
      if (answer?.ok) return;
    }
  }

  async function deliverAll(target: string, event: string, message: { id: string; body: string }) {
    const { id, body } = message;
    if (unruly) await delay(overtaken.get(event) ?? 0, undefined, { signal: closing.signal, ref: false });
    await deliver(target, id, body);
    if (!unruly) return;
    await delay(betweenCopies, undefined, { signal: closing.signal, ref: false });
    await deliver(target, id, body);
  }

  return {
    send(event, subjects) {
      if (!url) return;
      const id = newId("evt");
      const resource = eventBody(event, subjects, Math.floor(clock() / 1000));
      const body = JSON.stringify(resource);
      const message = { id, vendor: "razorpay", channel: "webhook", at: new Date().toISOString() } as const;
      void outbox.record([
        { ...message, to: url, subject: event, text: JSON.stringify(resource, null, 2), resource },
      ]);
      // A closed emulator ends it in the middle of a wait; nothing is left to tell then.
      deliverAll(url, event, { id, body }).catch(() => {});
    },
    close: () => closing.abort(),
  };
}

function eventBody(event: string, subjects: Subjects, createdAt: number): Record<string, unknown> {
  const named = Object.entries(subjects);
  return {
    entity: "event",
    account_id: "acc_localemulator",
    event,
    contains: named.map(([name]) => name),
    payload: Object.fromEntries(named.map(([name, entity]) => [name, { entity }])),
    created_at: createdAt,
  };
}
