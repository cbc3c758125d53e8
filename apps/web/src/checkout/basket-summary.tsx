import type { Basket } from "@org/commands/mohallamart/orders/baskets";
import Link from "next/link";
import { LineTable } from "../orders/line-table.tsx";

/** What is about to be ordered. */
export function BasketSummary({
  basket: { lines, total },
  totalLabel,
}: {
  basket: Basket;
  /** What the total is called. */
  totalLabel: string;
}) {
  return (
    <section className="card" aria-labelledby="summary">
      <h2 id="summary">Your order</h2>
      <LineTable
        lines={lines.map(({ product, quantity, amount, problem }) => ({
          productId: product.productId,
          name: product.name,
          unit: product.unit,
          quantity,
          amount,
          problem,
        }))}
        total={total}
        totalLabel={totalLabel}
      />
      <Link href="/cart">Change the cart</Link>
    </section>
  );
}
