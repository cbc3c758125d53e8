import type { Metadata } from "next";
import { readCart } from "#src/cart/cart-cookie.ts";
import { log } from "#src/log.ts";
import { findProducts } from "#src/search/find-products.ts";
import { parseProductQuery } from "#src/search/product-query.ts";
import { SearchForm } from "#src/search/search-form.tsx";
import { SearchResults } from "#src/search/search-results.tsx";
import { toShelves } from "#src/storefront/catalogue.ts";
import { Shelves } from "#src/storefront/shelves.tsx";
import { mohallaMart } from "#src/stores.ts";
import { cachedProducts, productSearch } from "#src/vendors.ts";

export const metadata: Metadata = { title: "Search", robots: { index: false } };

export default async function SearchPage({ searchParams }: PageProps<"/search">) {
  const query = parseProductQuery(await searchParams);
  const cart = await readCart();
  const { shops } = mohallaMart();
  const found = await findProducts(
    { search: productSearch(), products: cachedProducts(), shops, log },
    query,
  );
  return (
    <div className="page">
      <h1>{query.text ? `“${query.text}” in your lane` : "Everything in your lane"}</h1>
      <SearchForm query={query} />
      {found ? <SearchResults query={query} found={found} cart={cart} /> : <Everything />}
    </div>
  );
}

/** In place of results while search is down: the shelves come from the store. */
async function Everything() {
  const { shops, products } = mohallaMart();
  const [listed, sold, cart] = await Promise.all([shops.list(), products.list(), readCart()]);
  return (
    <>
      <p className="notice" role="status">
        The search does not answer at the moment. Here is everything that the shops have.
      </p>
      <Shelves shelves={toShelves(listed, sold)} cart={cart} />
    </>
  );
}
