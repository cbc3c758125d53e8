import type { MohallaMartStores } from "../mohallamart/port.ts";
import type { convexStores } from "./stores.ts";

/** What the marketplace keeps beside its own stores, and changes together with them. */
type PlatformStore =
  | keyof ReturnType<typeof convexStores>
  | "changes"
  | "deliveryReports"
  | "doubts"
  | "eventTraces"
  | "logs"
  | "outbox"
  | "reconciler"
  | "sentEvents";

/** Complete by its type: a store that gets an adapter, and a new one that has none, do not compile until it says so. */
const withoutAdapter: Record<
  Exclude<PlatformStore | keyof MohallaMartStores, keyof ReturnType<typeof convexStores>>,
  true
> = {
  changes: true,
  deliveryReports: true,
  doubts: true,
  eventTraces: true,
  logs: true,
  reconciler: true,
  sentEvents: true,
};

/**
 * What is wrong with the value of MARKETPLACE_STORE, in words for whoever sets it; undefined when it can be used. An
 * order, its stock and its events are written in one transaction, so a store that keeps some of them is refused whole.
 */
export function marketplaceStoreFault(value: string | undefined): string | undefined {
  if (!value || value === "postgres") return undefined;
  if (value !== "convex") return "postgres or convex";
  const names = Object.keys(withoutAdapter).join(", ");
  return names && `convex has no adapter yet for ${names}: set it to postgres`;
}
