import { isCancellable } from "@org/commands/mohallamart/orders/cancel-order";
import { seesAddress } from "@org/commands/mohallamart/orders/order-access";
import { orderNumber } from "@org/stores/mohallamart/orders/order-number";
import type { Words } from "@org/stores/mohallamart/words/catalogue";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Timeline } from "#src/design/timeline.tsx";
import { formatDateTime, formatDay, formatTime } from "#src/format.ts";
import { currentWords } from "#src/language/current-words.ts";
import { joined } from "#src/language/joined.ts";
import { LiveUpdates } from "#src/live/live-updates.tsx";
import { AddressCard } from "#src/orders/address-card.tsx";
import { type FoundOrder, findOrder, shopOfOrder } from "#src/orders/find-order.ts";
import { LineTable } from "#src/orders/line-table.tsx";
import { CancelHint, LinksCard } from "#src/orders/order-links-card.tsx";
import { toOrderSteps } from "#src/orders/order-steps.ts";
import { disputeSteps } from "#src/orders/payment-steps.ts";
import { picturedLines } from "#src/orders/pictured-lines.ts";
import { timelineWords } from "#src/orders/timeline-words.ts";
import { totalLabelOf } from "#src/orders/total-label.ts";
import { orderWords } from "#src/orders/words.ts";
import { OrderPush } from "#src/push/order-push.tsx";
import { shownProducts } from "#src/storefront/shown-catalogue.ts";
import styles from "./page.module.css";

export async function generateMetadata({ params }: PageProps<"/orders/[orderId]">): Promise<Metadata> {
  const { orderId } = await params;
  const shop = await shopOfOrder(orderId);
  const { say } = await currentWords(orderWords);
  const title = shop ? say("pageOf", { order: orderNumber(orderId), shop }) : say("page");
  return { title, robots: { index: false } };
}

export default async function OrderPage({ params, searchParams }: PageProps<"/orders/[orderId]">) {
  const [{ orderId }, { links }] = await Promise.all([params, searchParams]);
  const found = await findOrder(orderId);
  if (!found) notFound();
  const { order, progress, payment, disputes, parcel, address, access, version, settled } = found;
  const words = await currentWords(orderWords);
  const { say, pieces, language } = words;
  const steps = toOrderSteps(progress, payment, order.shop.name, parcel, language);
  return (
    <div className="page narrow">
      <p className={styles.status}>{say(order.status)}</p>
      <h1>{titleOf(found, words)}</h1>
      <p className="muted">
        {joined(
          pieces("about", {
            order: <strong className={styles.number}>{orderNumber(orderId)}</strong>,
            shop: order.shop.name,
            area: order.shop.area,
            date: formatDateTime(order.placedAt, language),
          }),
        )}
      </p>
      <Timeline
        title={say("soFar")}
        steps={[...steps, ...disputeSteps(disputes, language)]}
        times={{
          time: (iso, to) => formatTime(iso, to, language),
          day: (iso) => formatDay(iso, language),
        }}
        words={timelineWords(language)}
        settled={settled}
        page={`/orders/${orderId}`}
      />
      {!settled && <OrderPush order={order} access={access} />}
      <LiveUpdates
        url={`/orders/${orderId}/progress`}
        version={version}
        settled={settled}
        says={{ following: say("follows"), settled: say("followsNoMore") }}
      />
      <section className="card" aria-labelledby="items">
        <h2 id="items">{say("ordered")}</h2>
        <LineTable
          pictured
          lines={await picturedLines(order, shownProducts)}
          total={order.total}
          totalLabel={say(totalLabelOf(order))}
        />
        {isCancellable(order) && <CancelHint orderId={orderId} access={access} />}
      </section>
      {address && <AddressCard address={address} whole={seesAddress(access)} />}
      <LinksCard orderId={orderId} access={access} ended={links === "ended"} />
    </div>
  );
}

function titleOf(
  { order: { status, customer }, access: { as } }: FoundOrder,
  { say }: Words<typeof orderWords>,
): string {
  if (status === "cancelled") return say("wasCancelled");
  if (as === "owner" || as === "link") return say("thanks", { name: customer.name });
  return say("orderOf", { name: customer.name || say("closedAccount") });
}
