import type { ConvexDeployment } from "../../convex/deployment.ts";
import { functions } from "../../convex/functions.ts";
import { marketCalls } from "../convex-refusals.ts";
import type { Parcels } from "./port.ts";

export function convexParcels(deployment: ConvexDeployment): Parcels {
  const { query, change } = marketCalls(deployment, "parcels");
  const { parcels } = functions;
  return {
    take: ({ noticeId, orderId, status, reason, trackingNumber, at }, events) =>
      change(parcels.take, { news: { noticeId, orderId, status, reason, trackingNumber, at } }, events),
    history: (orderId) => query(parcels.history, { orderId }),
    deliveredCancelled: (limit) => query(parcels.deliveredCancelled, { limit }),
  };
}
