import type { Basket, BasketLine } from "@org/commands/mohallamart/orders/baskets";
import { formatRupees } from "@org/commands/words";
import { sayRefusal } from "@org/stores/mohallamart/words/refusals";
import Link from "next/link";
import { currentWords } from "../language/current-words.ts";
import { ProductPicture } from "../storefront/product-picture.tsx";
import styles from "./basket-card.module.css";
import { removeProducts } from "./cart-actions.ts";
import { QuantityStepper } from "./quantity-stepper.tsx";
import { cartWords } from "./words.ts";

/** What the cart holds of one shop, and the way to its checkout. */
export async function BasketCard({ basket: { shop, lines, total } }: { basket: Basket }) {
  const { say } = await currentWords(cartWords);
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
        <span>{say("total")}</span>
        <strong className="amount">{formatRupees(total)}</strong>
      </p>
      {blocked ? (
        <p className="field-error">{say("blocked")}</p>
      ) : (
        <Link href={`/checkout/${shop.shopId}`} className="button wide">
          {say("orderFrom", { shop: shop.name })}
        </Link>
      )}
    </section>
  );
}

async function Line({ line: { product, quantity, amount, problem } }: { line: BasketLine }) {
  const { say, language } = await currentWords(cartWords);
  return (
    <li className={styles.line}>
      <ProductPicture product={product} sizes="4rem" className={styles.mark} />
      <div className={styles.what}>
        <Link href={`/products/${product.productId}`} className={styles.name}>
          {product.name}
        </Link>
        <span className="muted">
          {say("priceFor", { price: formatRupees(product.price), unit: product.unit })}
        </span>
        {problem && <span className="field-error">{sayRefusal(problem, language)}</span>}
      </div>
      <div className={styles.controls}>
        <QuantityStepper product={product} quantity={quantity} />
        <form action={removeProducts}>
          <input type="hidden" name="productId" value={product.productId} />
          <button type="submit" className="text-button">
            {say("remove")}
            <span className="visually-hidden"> {product.name}</span>
          </button>
        </form>
      </div>
      <span className={`amount ${styles.amount}`}>{formatRupees(amount)}</span>
    </li>
  );
}
