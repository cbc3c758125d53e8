import type { Basket, BasketLine } from "@org/commands/mohallamart/orders/baskets";
import { formatRupees } from "@org/commands/words";
import Link from "next/link";
import { ProductMark } from "../design/product-mark.tsx";
import styles from "./basket-card.module.css";
import { removeProducts } from "./cart-actions.ts";
import { QuantityStepper } from "./quantity-stepper.tsx";

/** What the cart holds of one shop, and the way to its checkout. */
export function BasketCard({ basket: { shop, lines, total } }: { basket: Basket }) {
  const blocked = lines.some(({ problem }) => problem !== undefined);
  return (
    <section className={`card ${styles.basket}`} aria-labelledby={`basket-${shop.shopId}`}>
      <h2 id={`basket-${shop.shopId}`}>{shop.name}</h2>
      <ul>
        {lines.map((line) => (
          <Line key={line.product.productId} line={line} />
        ))}
      </ul>
      <p className={styles.total}>
        <span>Total</span>
        <strong className="amount">{formatRupees(total)}</strong>
      </p>
      {blocked ? (
        <p className="field-error">Change what is marked above, then you can order.</p>
      ) : (
        <Link href={`/checkout/${shop.shopId}`} className="button wide">
          Order from {shop.name}
        </Link>
      )}
    </section>
  );
}

function Line({ line: { product, quantity, amount, problem } }: { line: BasketLine }) {
  return (
    <li className={styles.line}>
      <ProductMark category={product.category} name={product.name} className={styles.mark} />
      <div className={styles.what}>
        <strong>{product.name}</strong>
        <span className="muted">
          {formatRupees(product.price)} for {product.unit}
        </span>
        {problem && <span className="field-error">{problem}</span>}
      </div>
      <div className={styles.controls}>
        <QuantityStepper product={product} quantity={quantity} />
        <form action={removeProducts}>
          <input type="hidden" name="productId" value={product.productId} />
          <button type="submit" className="text-button">
            Remove<span className="visually-hidden"> {product.name}</span>
          </button>
        </form>
      </div>
      <span className={`amount ${styles.amount}`}>{formatRupees(amount)}</span>
    </li>
  );
}
