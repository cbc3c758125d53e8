import { formatRupees } from "@org/commands/words";
import { orderNumber } from "@org/stores/mohallamart/orders/order-number";
import { wordsIn } from "@org/stores/mohallamart/words/catalogue";
import type { Metadata } from "next";
import Link from "next/link";
import styles from "#src/account/own-lists.module.css";
import { ownWords } from "#src/account/own-words.ts";
import { formatDateTime } from "#src/format.ts";
import { namedId } from "#src/http/typed-text.ts";
import { currentWords } from "#src/language/current-words.ts";
import { orderWords } from "#src/orders/words.ts";
import { requireRole } from "#src/session/current-person.ts";
import { mohallaMart } from "#src/stores.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await currentWords(ownWords)).say("orders") };
}

const limit = 20;

export default async function OwnOrdersPage({ searchParams }: PageProps<"/account/orders">) {
  const { id: userId } = await requireRole("customer");
  const before = namedId((await searchParams).before);
  const mark = before === undefined ? {} : { before };
  // One more than is shown tells whether there are older ones.
  const found = await mohallaMart().orders.ofCustomer({ userId, limit: limit + 1, ...mark });
  const orders = found.slice(0, limit);
  const { say, language } = await currentWords(ownWords);
  const order = wordsIn(orderWords, language);
  return (
    <div className="page narrow">
      <h1>{say("orders")}</h1>
      {orders.length === 0 && (
        <p>
          {say(mark.before ? "noMoreOrders" : "noOrders")} <Link href="/">{say("toShops")}</Link>
        </p>
      )}
      <ul className="card" hidden={orders.length === 0}>
        {orders.map(({ orderId, shop, status, placedAt, lines, total }) => (
          <li key={orderId} className={styles.entry} data-order={orderId}>
            <div>
              <Link href={`/orders/${orderId}`}>{shop.name}</Link>
              <p className="muted">
                <span className={styles.number}>{orderNumber(orderId)}</span>,{" "}
                <time dateTime={placedAt}>{formatDateTime(placedAt, language)}</time>,{" "}
                {say("items", { count: lines.reduce((sum, { quantity }) => sum + quantity, 0) })}
              </p>
            </div>
            <span className={styles.status}>{order.say(status)}</span>
            <strong className="amount">{formatRupees(total)}</strong>
          </li>
        ))}
      </ul>
      {found.length > limit && (
        <p className="after-card">
          <Link href={`/account/orders?before=${orders.at(-1)?.orderId}`}>{say("older")}</Link>
        </p>
      )}
    </div>
  );
}
