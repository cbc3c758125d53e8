import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { openJsonLines } from "../json-lines.ts";

/** Amounts in paise, times in seconds since 1970; the fields of the published entities. */
export interface OrderEntity {
  id: string;
  entity: "order";
  amount: number;
  amount_paid: number;
  amount_due: number;
  currency: string;
  receipt: string | null;
  offer_id: null;
  status: "created" | "attempted" | "paid";
  attempts: number;
  notes: unknown;
  created_at: number;
}

export interface PaymentEntity {
  id: string;
  entity: "payment";
  amount: number;
  currency: string;
  status: "authorized" | "captured" | "refunded" | "failed";
  order_id: string;
  method: "card" | "upi";
  /** The address that a UPI payment was asked of. */
  vpa: string | null;
  captured: boolean;
  amount_refunded: number;
  refund_status: "partial" | "full" | null;
  error_code: string | null;
  error_description: string | null;
  error_reason: string | null;
  created_at: number;
}

export interface RefundEntity {
  id: string;
  entity: "refund";
  amount: number;
  currency: string;
  payment_id: string;
  notes: unknown;
  receipt: null;
  status: "pending" | "processed" | "failed";
  speed_requested: string;
  speed_processed: "normal";
  created_at: number;
}

export interface DisputeEntity {
  id: string;
  entity: "dispute";
  payment_id: string;
  amount: number;
  currency: string;
  /** What the vendor keeps back; the whole amount once the dispute is lost. */
  amount_deducted: number;
  reason_code: string;
  respond_by: number;
  status: "open" | "under_review" | "won" | "lost" | "closed";
  phase: "chargeback";
  created_at: number;
}

/** What was answered to a refund with an idempotency key. */
interface KeyedRefund {
  entity: "keyed-refund";
  id: string;
  body: string;
  refund: RefundEntity;
}

type Entity = OrderEntity | PaymentEntity | RefundEntity | DisputeEntity | KeyedRefund;
type Kind = Entity["entity"];

/** The account's entities; with a folder they survive a restart. */
export interface RazorpayStore {
  find<Name extends Kind>(kind: Name, id: string): Extract<Entity, { entity: Name }> | undefined;
  /** Newest first. */
  all<Name extends Kind>(kind: Name): Extract<Entity, { entity: Name }>[];
  /** Adds the entities or replaces those with their ids, all at once: what is found afterwards has them. */
  save(...entities: Entity[]): Promise<void>;
  /** Seconds since 1970, by the vendor's clock. */
  now(): number;
  clear(): void;
}

/** @param clock milliseconds since 1970 */
export function openRazorpayStore(stateDir?: string, clock: () => number = Date.now): RazorpayStore {
  const journal = openJsonLines<Entity>(stateDir && join(stateDir, "razorpay.jsonl"));
  const entities = new Map(journal.all().map((entity) => [keyOf(entity.entity, entity.id), entity]));
  return {
    find: (kind, id) => ofKind(kind, entities.get(keyOf(kind, id))),
    all: (kind) => [...entities.values()].flatMap((entity) => ofKind(kind, entity) ?? []).toReversed(),
    async save(...saved) {
      for (const entity of saved) entities.set(keyOf(entity.entity, entity.id), entity);
      await journal.append(saved);
    },
    now: () => Math.floor(clock() / 1000),
    clear() {
      entities.clear();
      journal.clear();
    },
  };
}

/** An id as Razorpay makes them: a prefix and 14 letters or digits. */
export function newId(prefix: "order" | "pay" | "rfnd" | "disp" | "evt"): string {
  return `${prefix}_${randomUUID().replaceAll("-", "").slice(0, 14)}`;
}

function keyOf(kind: Kind, id: string): string {
  return `${kind} ${id}`;
}

function ofKind<Name extends Kind>(kind: Name, entity: Entity | undefined) {
  return entity?.entity === kind ? (entity as Extract<Entity, { entity: Name }>) : undefined;
}
