import type { Basket } from "@org/commands/mohallamart/orders/baskets";
import { sayRefusal } from "@org/stores/mohallamart/words/refusals";
import Link from "next/link";
import { currentWords } from "../language/current-words.ts";
import { LineTable } from "../orders/line-table.tsx";
import { checkoutWords } from "./words.ts";

/** What is about to be ordered. */
export async function BasketSummary({
  basket: { lines, total },
  totalLabel,
}: {
  basket: Basket;
  /** What the total is called. */
  totalLabel: string;
}) {
  const { say, language } = await currentWords(checkoutWords);
  return (
    <section className="card" aria-labelledby="summary">
      <h2 id="summary">{say("yourOrder")}</h2>
      <LineTable
        pictured
        lines={lines.map(({ product, quantity, amount, problem }) => ({
          productId: product.productId,
          name: product.name,
          unit: product.unit,
          picture: product.picture,
          quantity,
          amount,
          problem: problem === undefined ? undefined : sayRefusal(problem, language),
        }))}
        total={total}
        totalLabel={totalLabel}
      />
      <Link href="/cart">{say("changeCart")}</Link>
    </section>
  );
}
