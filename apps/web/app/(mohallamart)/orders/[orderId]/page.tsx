import { isCancellable } from "@org/commands/mohallamart/orders/cancel-order";
import { seesAddress } from "@org/commands/mohallamart/orders/order-access";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Timeline } from "#src/design/timeline.tsx";
import { formatDateTime } from "#src/format.ts";
import { LiveUpdates } from "#src/live/live-updates.tsx";
import { AddressCard } from "#src/orders/address-card.tsx";
import { findOrder } from "#src/orders/find-order.ts";
import { LineTable } from "#src/orders/line-table.tsx";
import { CancelHint, LinksCard } from "#src/orders/order-links-card.tsx";
import { toOrderSteps } from "#src/orders/order-steps.ts";
import { disputeSteps } from "#src/orders/payment-steps.ts";
import { statusText } from "#src/orders/status-text.ts";
import { totalLabelOf } from "#src/orders/total-label.ts";
import { OrderPush } from "#src/push/order-push.tsx";
import styles from "./page.module.css";

export const metadata: Metadata = { title: "Your order", robots: { index: false } };

export default async function OrderPage({ params, searchParams }: PageProps<"/orders/[orderId]">) {
  const [{ orderId }, { links }] = await Promise.all([params, searchParams]);
  const found = await findOrder(orderId);
  if (!found) notFound();
  const { order, progress, payment, disputes, parcel, address, access, version, settled } = found;
  return (
    <div className="page narrow">
      <p className={styles.status}>{statusText[order.status]}</p>
      <h1>{titleOf(found)}</h1>
      <p className="muted">
        Order <code className={styles.id}>{orderId}</code> from {order.shop.name}, {order.shop.area}, on{" "}
        {formatDateTime(order.placedAt)}
      </p>
      <Timeline
        title="What has happened so far"
        steps={[...toOrderSteps(progress, payment, order.shop.name, parcel), ...disputeSteps(disputes)]}
        settled={settled}
        page={`/orders/${orderId}`}
      />
      {!settled && <OrderPush order={order} access={access} />}
      <LiveUpdates url={`/orders/${orderId}/progress`} version={version} settled={settled} />
      <section className="card" aria-labelledby="items">
        <h2 id="items">What you ordered</h2>
        <LineTable lines={order.lines} total={order.total} totalLabel={totalLabelOf(order)} />
        {isCancellable(order) && <CancelHint orderId={orderId} access={access} />}
      </section>
      {address && <AddressCard address={address} whole={seesAddress(access)} />}
      <LinksCard orderId={orderId} access={access} ended={links === "ended"} />
    </div>
  );
}

type Found = NonNullable<Awaited<ReturnType<typeof findOrder>>>;

function titleOf({ order: { status, customer }, access: { as } }: Found): string {
  if (status === "cancelled") return "This order was cancelled";
  if (as === "owner" || as === "link") return `Thank you, ${customer.name}`;
  return `The order of ${customer.name || "a closed account"}`;
}
