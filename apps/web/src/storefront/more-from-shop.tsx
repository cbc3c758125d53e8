import type { Product, Shop } from "@org/stores/mohallamart/port";
import { type Cart, quantityOf } from "../cart/cart.ts";
import { currentWords } from "../language/current-words.ts";
import { alongside } from "./catalogue.ts";
import { findShop } from "./find-shop.ts";
import { ProductCard } from "./product-card.tsx";
import { ProductGrid } from "./product-grid.tsx";
import { storefrontWords } from "./words.ts";

interface MoreFromShopProps {
  product: Product;
  shop: Shop;
  cart: Cart;
}

/** One row of what else a product's shop sells; nothing where it sells nothing else. */
export async function MoreFromShop({ product, shop, cart }: MoreFromShopProps) {
  const found = await findShop(shop.shopId);
  const others = alongside(product, found?.products ?? []);
  if (others.length === 0) return null;
  const { say } = await currentWords(storefrontWords);
  return (
    <section className="page" aria-labelledby="more-from-shop">
      <h2 id="more-from-shop">{say("moreFrom", { shop: shop.name })}</h2>
      <ProductGrid as="row">
        {others.map((other) => (
          <ProductCard
            key={other.productId}
            product={other}
            heading="h3"
            quantity={quantityOf(cart, other.productId)}
          />
        ))}
      </ProductGrid>
    </section>
  );
}
