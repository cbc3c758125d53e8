import Link from "next/link";
import type { Cart } from "../cart/cart.ts";
import { quantityOf } from "../cart/cart.ts";
import { ProductMark } from "../design/product-mark.tsx";
import { currentWords } from "../language/current-words.ts";
import type { ShopShelves } from "./catalogue.ts";
import { ProductCard } from "./product-card.tsx";
import { ProductGrid } from "./product-grid.tsx";
import styles from "./shop-section.module.css";
import { storefrontWords } from "./words.ts";

interface ShopSectionProps {
  shelves: ShopShelves;
  cart: Cart;
  /** What its name is on a page of its own. */
  heading?: "h1" | "h2";
}

/** One shop: its painted board, the way to its categories, and its products. */
export async function ShopSection({
  shelves: { shop, categories },
  cart,
  heading: Name = "h2",
}: ShopSectionProps) {
  const { say } = await currentWords(storefrontWords);
  const isAlone = Name === "h1";
  const Category = isAlone ? "h2" : "h3";
  return (
    <section className={styles.shop} aria-labelledby={shop.shopId}>
      <div className={styles.board}>
        <ProductMark name={shop.name} className={styles.ornament} />
        <Name id={shop.shopId} className={styles.name}>
          {isAlone ? shop.name : <Link href={`/shops/${shop.shopId}`}>{shop.name}</Link>}
        </Name>
        <p className={styles.about}>
          <span className={styles.area}>{shop.area}</span>
          {shop.description}
        </p>
        <nav aria-label={say("categoriesOf", { shop: shop.name })}>
          <ul className={styles.categories}>
            {categories.map(({ category }) => (
              <li key={category}>
                <a href={`#${shelfId(shop.shopId, category)}`}>{category}</a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      <div className={styles.shelves}>
        {categories.map(({ category, products }) => (
          <div key={category} className={styles.shelf} data-cards={products.length}>
            <Category id={shelfId(shop.shopId, category)} className={styles.category}>
              {category}
            </Category>
            <ProductGrid as={isAlone ? "grid" : "row"}>
              {products.map((product) => (
                <ProductCard
                  key={product.productId}
                  product={product}
                  heading={isAlone ? "h3" : "h4"}
                  quantity={quantityOf(cart, product.productId)}
                />
              ))}
            </ProductGrid>
          </div>
        ))}
      </div>
    </section>
  );
}

function shelfId(shopId: string, category: string): string {
  return `${shopId}-${category.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-")}`;
}
