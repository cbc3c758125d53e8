import { count } from "@org/commands/words";
import type { MoneyDifference, Reconciliation } from "@org/stores/mohallamart/port";
import Link from "next/link";
import { deliveriesPath } from "./delivery-subject.ts";
import styles from "./operations.module.css";
import { ScrollTable } from "./scroll-table.tsx";
import { When } from "./when.tsx";

/** What one night's comparison with the payment vendor found, each difference with what to do next. */
export function ComparisonCard({ comparison }: { comparison: Reconciliation }) {
  const { day, madeAt, payments, refunds, differences } = comparison;
  return (
    <section className="card" aria-labelledby={`day-${day}`} data-comparison={`${day} ${differences.length}`}>
      <h2 id={`day-${day}`}>{day}</h2>
      <p className="muted">
        {count(payments, "payment")} and {count(refunds, "refund")} compared, <When at={madeAt} />
      </p>
      {differences.length === 0 ? <p>All of them agree.</p> : <Differences differences={differences} />}
    </section>
  );
}

/** A table of what two sides do not say alike, with what to do next. */
export function Differences({ differences }: { differences: readonly MoneyDifference[] }) {
  return (
    <ScrollTable label="Differences" columns={["Which", "What was found", "What to do next"]}>
      {differences.map(({ kind, orderId, paymentId, refundId, found, next }) => (
        <tr key={[kind, paymentId, refundId, orderId].join(" ")} data-difference={kind}>
          <td className={styles.id}>
            {orderId && <Link href={deliveriesPath(orderId)}>{orderId}</Link>} {paymentId} {refundId}
          </td>
          <td>{found}</td>
          <td>{next}</td>
        </tr>
      ))}
    </ScrollTable>
  );
}
