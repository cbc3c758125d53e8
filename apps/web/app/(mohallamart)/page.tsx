import { readCart } from "../../src/cart/cart-cookie.ts";
import { count } from "../../src/format.ts";
import { SearchForm } from "../../src/search/search-form.tsx";
import { toShelves } from "../../src/storefront/catalogue.ts";
import { Shelves } from "../../src/storefront/shelves.tsx";
import { mohallaMart } from "../../src/stores.ts";
import styles from "./page.module.css";

export default async function StorefrontPage() {
  const { shops, products } = mohallaMart();
  const [listed, sold, cart] = await Promise.all([shops.list(), products.list(), readCart()]);
  const shelves = toShelves(listed, sold);
  return (
    <div className="page">
      <h1>What do you need from the lane today?</h1>
      <p className={styles.lead}>
        {count(shelves.length, "shop")} around the corner, {count(sold.length, "product")} on the shelf. Pay
        in cash at your door.
      </p>
      <SearchForm />
      <Shelves shelves={shelves} cart={cart} />
    </div>
  );
}
