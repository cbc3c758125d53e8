import { count } from "@org/commands/words";
import Link from "next/link";
import { type Cart, quantityOf } from "../cart/cart.ts";
import { ProductCard } from "../storefront/product-card.tsx";
import { ProductGrid } from "../storefront/product-grid.tsx";
import { FacetList } from "./facet-list.tsx";
import type { FoundProducts } from "./find-products.ts";
import { type ProductQuery, searchPath } from "./product-query.ts";
import styles from "./search-results.module.css";

interface SearchResultsProps {
  query: ProductQuery;
  found: FoundProducts;
  cart: Cart;
}

export function SearchResults({ query, found, cart }: SearchResultsProps) {
  const { total, pages, products, categories, shops } = found;
  const narrowed = (changes: Partial<ProductQuery>) => searchPath({ ...query, page: 1, ...changes });
  return (
    <>
      <FacetList
        title="Category"
        facets={categories}
        chosen={query.category}
        pathFor={(category) => narrowed({ category })}
      />
      <FacetList
        title="Shop"
        facets={shops}
        chosen={query.shopId}
        pathFor={(shopId) => narrowed({ shopId })}
      />
      <p role="status" className="muted">
        {total === 0 ? "Nothing found. Try another word." : `${count(total, "product")} found`}
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

function Pages({ query, pages }: { query: ProductQuery; pages: number }) {
  const { page } = query;
  return (
    <nav aria-label="Pages" className={styles.pages}>
      {page > 1 && (
        <Link href={searchPath({ ...query, page: page - 1 })} className="button quiet">
          Previous
        </Link>
      )}
      <span>
        Page {page} of {pages}
      </span>
      {page < pages && (
        <Link href={searchPath({ ...query, page: page + 1 })} className="button quiet">
          Next
        </Link>
      )}
    </nav>
  );
}
