import { nextMove } from "@org/commands/mohallamart/orders/move-order";
import { orderNumber } from "@org/stores/mohallamart/orders/order-number";
import type { OrderDetails, PostalAddress } from "@org/stores/mohallamart/port";
import { wordsIn } from "@org/stores/mohallamart/words/catalogue";
import { formatDateTime } from "../format.ts";
import { addressLine } from "../orders/address-line.ts";
import { LineTable } from "../orders/line-table.tsx";
import { statusText } from "../orders/status-text.ts";
import { totalLabelOf } from "../orders/total-label.ts";
import { orderWords } from "../orders/words.ts";
import { MoveForm } from "./move-form.tsx";
import styles from "./order-card.module.css";

/** Shops read their pages in English. */
const { say } = wordsIn(orderWords, "en-IN");

/** An order as its shop sees it: what to pack, for whom, and the step that is next. */
export function OrderCard({ order, address }: { order: OrderDetails; address: PostalAddress | undefined }) {
  const { orderId, status, customer, placedAt, lines, total } = order;
  const next = nextMove(status);
  return (
    <li id={orderId} className={`card ${styles.order}`} data-order={orderId} data-status={status}>
      <p className={styles.head}>
        <strong className={styles.status}>{statusText[status]}</strong>
        <strong className={styles.number}>{orderNumber(orderId)}</strong>
        <time className="muted" dateTime={placedAt}>
          {formatDateTime(placedAt)}
        </time>
      </p>
      <p>
        {customer.name || "Closed account"}
        {customer.phone && (
          <>
            , <a href={`tel:${customer.phone}`}>{customer.phone}</a>
          </>
        )}
      </p>
      {address && <p>{addressLine(address)}</p>}
      <LineTable language="en-IN" lines={lines} total={total} totalLabel={say(totalLabelOf(order))} />
      {next && <MoveForm key={next} orderId={orderId} status={next} />}
    </li>
  );
}
