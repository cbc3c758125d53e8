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
  method: "card";
  captured: boolean;
  amount_refunded: number;
  refund_status: "partial" | "full" | null;
  error_code: string | null;
  error_description: string | null;
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
  status: "processed";
  speed_requested: string;
  speed_processed: "normal";
  created_at: number;
}

/** What was answered to a refund with an idempotency key. */
interface KeyedRefund {
  entity: "keyed-refund";
  id: string;
  body: string;
  refund: RefundEntity;
}

type Entity = OrderEntity | PaymentEntity | RefundEntity | KeyedRefund;
type Kind = Entity["entity"];

/** The account's entities; with a folder they survive a restart. */
export interface RazorpayStore {
  find<Name extends Kind>(kind: Name, id: string): Extract<Entity, { entity: Name }> | undefined;
  /** Newest first. */
  orders(): OrderEntity[];
  /** Adds the entities or replaces those with their ids. */
  save(...entities: Entity[]): Promise<void>;
  clear(): void;
}

export function openRazorpayStore(stateDir?: string): RazorpayStore {
  const journal = openJsonLines<Entity>(stateDir && join(stateDir, "razorpay.jsonl"));
  const entities = new Map(journal.all().map((entity) => [keyOf(entity.entity, entity.id), entity]));
  return {
    find: (kind, id) => ofKind(kind, entities.get(keyOf(kind, id))),
    orders: () => [...entities.values()].filter((entity) => entity.entity === "order").toReversed(),
    async save(...saved) {
      for (const entity of saved) entities.set(keyOf(entity.entity, entity.id), entity);
      await journal.append(saved);
    },
    clear() {
      entities.clear();
      journal.clear();
    },
  };
}

/** An id as Razorpay makes them: a prefix and 14 letters or digits. */
export function newId(prefix: "order" | "pay" | "rfnd" | "evt"): string {
  return `${prefix}_${randomUUID().replaceAll("-", "").slice(0, 14)}`;
}

export function now(): number {
  return Math.floor(Date.now() / 1000);
}

function keyOf(kind: Kind, id: string): string {
  return `${kind} ${id}`;
}

/** The key it was found under begins with its kind. */
function ofKind<Name extends Kind>(_kind: Name, entity: Entity | undefined) {
  return entity as Extract<Entity, { entity: Name }> | undefined;
}
