import type { Metadata } from "next";
import { ComparisonCard, Differences } from "#src/operations/comparison-card.tsx";
import { deliveredCancelledDifferences } from "#src/operations/delivered-cancelled.ts";
import styles from "#src/operations/operations.module.css";
import { requireRole } from "#src/session/current-person.ts";
import { mohallaMart } from "#src/stores.ts";

export const metadata: Metadata = { title: "Payments" };

/** Two weeks of nights. */
const mostShown = 14;
const mostDelivered = 50;

export default async function PaymentsPage() {
  await requireRole("admin");
  const { money, parcels } = mohallaMart();
  const [comparisons, delivered] = await Promise.all([
    money.reconciliations(mostShown),
    parcels.deliveredCancelled(mostDelivered),
  ]);
  return (
    <div className="page">
      <h1>Our books and the payment vendor&rsquo;s</h1>
      <p>
        Every night each payment and refund of the last ten days is compared with the order that it belongs
        to.
      </p>
      {delivered.length > 0 && (
        <section className="card" aria-labelledby="delivered-cancelled">
          <h2 id="delivered-cancelled">Delivered although cancelled</h2>
          <Differences differences={deliveredCancelledDifferences(delivered)} />
        </section>
      )}
      {comparisons.length === 0 && <p className="notice">Nothing was compared yet.</p>}
      <div className={styles.stack}>
        {comparisons.map((comparison) => (
          <ComparisonCard key={comparison.day} comparison={comparison} />
        ))}
      </div>
    </div>
  );
}
