import Link from "next/link";
import { type Cart, quantityOf } from "../cart/cart.ts";
import { currentWords } from "../language/current-words.ts";
import { ProductCard } from "../storefront/product-card.tsx";
import { ProductGrid } from "../storefront/product-grid.tsx";
import { FacetList } from "./facet-list.tsx";
import type { FoundProducts } from "./find-products.ts";
import { type ProductQuery, searchPath } from "./product-query.ts";
import styles from "./search-results.module.css";
import { searchWords } from "./words.ts";

interface SearchResultsProps {
  query: ProductQuery;
  found: FoundProducts;
  cart: Cart;
}

export async function SearchResults({ query, found, cart }: SearchResultsProps) {
  const { total, pages, products, categories, shops } = found;
  const { say } = await currentWords(searchWords);
  const narrowed = (changes: Partial<ProductQuery>) => searchPath({ ...query, page: 1, ...changes });
  return (
    <>
      <FacetList
        title={say("category")}
        all={say("all")}
        facets={categories}
        chosen={query.category}
        pathFor={(category) => narrowed({ category })}
      />
      <FacetList
        title={say("shop")}
        all={say("all")}
        facets={shops}
        chosen={query.shopId}
        pathFor={(shopId) => narrowed({ shopId })}
      />
      <p role="status" className="muted">
        {total === 0 ? say("nothing") : say("number", { count: total })}
      </p>
      <ProductGrid>
        {products.map((product) => (
          <ProductCard
            heading="h2"
            key={product.productId}
            product={product}
            quantity={quantityOf(cart, product.productId)}
          />
        ))}
      </ProductGrid>
      {pages > 1 && <Pages query={query} pages={pages} />}
    </>
  );
}

async function Pages({ query, pages }: { query: ProductQuery; pages: number }) {
  const { page } = query;
  const { say } = await currentWords(searchWords);
  return (
    <nav aria-label={say("pages")} className={styles.pages}>
      {page > 1 && (
        <Link href={searchPath({ ...query, page: page - 1 })} className="button quiet">
          {say("previous")}
        </Link>
      )}
      <span>{say("pageNumber", { page, pages })}</span>
      {page < pages && (
        <Link href={searchPath({ ...query, page: page + 1 })} className="button quiet">
          {say("next")}
        </Link>
      )}
    </nav>
  );
}
