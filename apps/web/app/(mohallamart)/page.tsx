import { count } from "@org/commands/words";
import { readCart } from "#src/cart/cart-cookie.ts";
import { SearchForm } from "#src/search/search-form.tsx";
import { currentPerson } from "#src/session/current-person.ts";
import { nearestFirst, toShelves } from "#src/storefront/catalogue.ts";
import { Shelves } from "#src/storefront/shelves.tsx";
import { shownCatalogue } from "#src/storefront/shown-catalogue.ts";
import { ifAvailable } from "#src/storefront/unavailable.ts";
import { mohallaMart } from "#src/stores.ts";
import styles from "./page.module.css";

export default async function StorefrontPage() {
  const [{ shops: listed, products: sold }, cart, area] = await Promise.all([
    shownCatalogue(),
    readCart(),
    ifAvailable(preferredArea),
  ]);
  const shelves = toShelves(nearestFirst(listed, area), sold);
  const opening = listed.filter(({ shopId }) => shelves.every(({ shop }) => shop.shopId !== shopId));
  return (
    <div className="page">
      <h1>What do you need from the lane today?</h1>
      <p className={styles.lead}>
        {count(shelves.length, "shop")} around the corner, {count(sold.length, "product")} on the shelf.
      </p>
      {listed.length === 0 && <p className="notice">No shop has opened here yet. Come back soon.</p>}
      {opening.length > 0 && (
        <p className="notice">
          Just opened, and filling the shelves: {opening.map(({ name }) => name).join(", ")}.
        </p>
      )}
      <SearchForm />
      <Shelves shelves={shelves} cart={cart} />
    </div>
  );
}

/** The neighbourhood that whoever is signed in has chosen. */
async function preferredArea(): Promise<string | undefined> {
  const person = await currentPerson();
  if (person?.role !== "customer") return undefined;
  return (await mohallaMart().preferences.get(person.id))?.area;
}
