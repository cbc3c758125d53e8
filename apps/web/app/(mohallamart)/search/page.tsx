import type { Metadata } from "next";
import { readCart } from "#src/cart/cart-cookie.ts";
import { currentWords } from "#src/language/current-words.ts";
import { log } from "#src/log.ts";
import { findProducts } from "#src/search/find-products.ts";
import { parseProductQuery } from "#src/search/product-query.ts";
import { SearchForm } from "#src/search/search-form.tsx";
import { SearchResults } from "#src/search/search-results.tsx";
import { searchWords } from "#src/search/words.ts";
import { toShelves } from "#src/storefront/catalogue.ts";
import { Shelves } from "#src/storefront/shelves.tsx";
import { shownCatalogue, shownProducts, shownShops } from "#src/storefront/shown-catalogue.ts";
import { productSearch } from "#src/vendors.ts";

export async function generateMetadata({ searchParams }: PageProps<"/search">): Promise<Metadata> {
  const { text } = parseProductQuery(await searchParams);
  const { say } = await currentWords(searchWords);
  return { title: text ? say("pageOf", { text }) : say("page"), robots: { index: false } };
}

export default async function SearchPage({ searchParams }: PageProps<"/search">) {
  const query = parseProductQuery(await searchParams);
  const cart = await readCart();
  const found = await findProducts(
    { search: productSearch(), products: shownProducts, shops: shownShops, log },
    query,
  );
  const { text } = query;
  const { say } = await currentWords(searchWords);
  return (
    <div className="page">
      <h1>{text ? say("found", { text }) : say("everything")}</h1>
      <SearchForm query={query} />
      {found ? <SearchResults query={query} found={found} cart={cart} /> : <Everything />}
    </div>
  );
}

/** In place of results while search is down: the shelves as the storefront shows them. */
async function Everything() {
  const [{ shops, products }, cart] = await Promise.all([shownCatalogue(), readCart()]);
  const { say } = await currentWords(searchWords);
  return (
    <>
      <p className="notice" role="status">
        {say("down")}
      </p>
      <Shelves shelves={toShelves(shops, products)} cart={cart} />
    </>
  );
}
