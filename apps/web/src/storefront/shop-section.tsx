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
}

/** One shop: its painted board, the way to its categories, and its products. */
export async function ShopSection({ shelves: { shop, categories }, cart }: ShopSectionProps) {
  const { say } = await currentWords(storefrontWords);
  return (
    <section className={styles.shop} aria-labelledby={shop.shopId}>
      <div className={styles.board}>
        <ProductMark category={shop.area} name={shop.name} className={styles.ornament} />
        <h2 id={shop.shopId} className={styles.name}>
          {shop.name}
        </h2>
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
      {categories.map(({ category, products }) => (
        <div key={category} className={styles.shelf}>
          <h3 id={shelfId(shop.shopId, category)}>{category}</h3>
          <ProductGrid>
            {products.map((product) => (
              <ProductCard
                key={product.productId}
                product={product}
                quantity={quantityOf(cart, product.productId)}
              />
            ))}
          </ProductGrid>
        </div>
      ))}
    </section>
  );
}

function shelfId(shopId: string, category: string): string {
  return `${shopId}-${category.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-")}`;
}
