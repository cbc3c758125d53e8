import type { EventTraces, Reconciler, Relay } from "@org/stores/outbox/port";
import type { AnyReconcilerOptions } from "@org/stores/outbox/reconciler";
import type { AnyRelayOptions } from "@org/stores/outbox/relay";
import type { PlatformStores } from "@org/stores/platform-stores/port";

/** The apps' stores with the demo data, what goes on beside them, and what only tests do with them. */
export interface BenchStores extends PlatformStores {
  traces: EventTraces;
  createRelay(options: AnyRelayOptions): Relay;
  createReconciler(options: AnyReconcilerOptions): Reconciler;
  /** As if a look for lost events were due: looks reckon by the database's clock, which is not the engine's. */
  makeLooksDue(): Promise<void>;
  rows: BenchRows;
  stop(): void;
}

/** What tests put into the marketplace's tables by themselves, and read of them. */
export interface BenchRows {
  /** How many rows of what is cleaned up are left. */
  left(): Promise<{ sessions: number; deliveries: number }>;
  removeShopkeepers(): Promise<void>;
  /** Customers who want every message, with nothing recorded of how they came: `user_n1`, and so on. */
  addCustomers(howMany: number): Promise<void>;
  /** Deliveries and analytics events of `longAgo` and the minutes after it, so many of each, and one of each of today's. */
  addLogs(howMany: number): Promise<void>;
  /** Sessions that were used `longAgo`, and one that is in use. */
  addUnusedSessions(howMany: number): Promise<void>;
}
