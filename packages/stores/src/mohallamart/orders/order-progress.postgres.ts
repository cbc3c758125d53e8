import { asc, eq } from "drizzle-orm";
import type { Database } from "../../database.ts";
import { reported } from "../../deliveries/postgres.ts";
import type { deliveryReports } from "../../schema/delivery-reports.ts";
import { orders, orderTracking } from "../../schema/mohallamart.ts";
import { deliveries } from "../../schema/platform.ts";
import type { DeliveryProgress, OrderProgress } from "../port.ts";

type DeliveryRow = typeof deliveries.$inferSelect & { report: typeof deliveryReports.$inferSelect | null };

/** See `Orders.progress`. */
export async function orderProgress(database: Database, orderId: string): Promise<OrderProgress | undefined> {
  const [order] = await database.select().from(orders).where(eq(orders.orderId, orderId));
  if (!order) return undefined;
  const sent = (await reported(database).where(eq(deliveries.subject, orderId))).map(
    ({ delivery, report }) => ({ ...delivery, report }),
  );
  const confirmations = sent.filter(
    ({ workflow, recipient }) => workflow === "send-order-confirmation" && recipient === "customer",
  );
  const notices = sent.filter(
    ({ workflow, recipient }) => workflow === "notify-shopkeeper" && recipient === "shopkeeper",
  );
  const history = await database
    .select()
    .from(orderTracking)
    .where(eq(orderTracking.orderId, orderId))
    .orderBy(asc(orderTracking.at));
  return {
    orderId,
    status: order.status,
    placedAt: order.placedAt.toISOString(),
    confirmation: {
      email: deliveryProgress(confirmations.filter(({ channel }) => channel === "email")),
      sms: deliveryProgress(confirmations.filter(({ channel }) => channel === "sms")),
    },
    stockTakenAt: order.stockTakenAt?.toISOString(),
    shopkeeper: deliveryProgress(notices),
    history: history.map(({ status, at, trackingNumber }) => ({
      status,
      at: at.toISOString(),
      ...(trackingNumber === null ? {} : { trackingNumber }),
    })),
  };
}

/** The first message that got through; if none did, the last outcome. */
function deliveryProgress(rows: DeliveryRow[]): DeliveryProgress {
  const inTime = rows.toSorted((a, b) => a.recordedAt.getTime() - b.recordedAt.getTime());
  const row = inTime.find(({ status }) => status === "sent") ?? inTime.at(-1);
  if (!row) return { status: "pending" };
  const { report } = row;
  return {
    status: row.status,
    at: row.recordedAt.toISOString(),
    reason: row.reason ?? undefined,
    ...(report ? { report: { state: report.state, at: report.at.toISOString() } } : {}),
  };
}
