import { formatRupees } from "@org/commands/words";
import type { Product } from "@org/stores/mohallamart/port";
import Link from "next/link";
import { QuantityStepper } from "../cart/quantity-stepper.tsx";
import { currentWords } from "../language/current-words.ts";
import { stockNote } from "./catalogue.ts";
import styles from "./product-card.module.css";
import { ProductPicture } from "./product-picture.tsx";
import { storefrontWords } from "./words.ts";

interface ProductCardProps {
  product: Product;
  /** Already in the cart. */
  quantity: number;
  /** One below what the products stand under. */
  heading?: "h2" | "h3" | "h4";
}

export async function ProductCard({ product, quantity, heading: Name = "h4" }: ProductCardProps) {
  const { productId, name, description, unit, price, available } = product;
  const stock = stockNote(available);
  const { say } = await currentWords(storefrontWords);
  return (
    <li className={styles.card} data-stock={stock.level}>
      <ProductPicture product={product} sizes="(min-width: 36rem) 14rem, 11rem" className={styles.mark} />
      <div className={styles.text}>
        <Name className={styles.name}>
          <Link href={`/products/${productId}`}>{name}</Link>
        </Name>
        <p className={styles.description}>{description}</p>
        {stock.level !== "good" && (
          <p className={styles.stock} data-level={stock.level}>
            {say(stock.key, { number: available })}
          </p>
        )}
      </div>
      <div className={styles.foot}>
        <p className={styles.price}>
          <strong className="amount">{formatRupees(price)}</strong>
          <span className={styles.unit}>{unit}</span>
        </p>
        <QuantityStepper product={product} quantity={quantity} />
      </div>
    </li>
  );
}
