import { readCart } from "#src/cart/cart-cookie.ts";
import { currentWords } from "#src/language/current-words.ts";
import { SearchForm } from "#src/search/search-form.tsx";
import { currentPerson } from "#src/session/current-person.ts";
import { nearestFirst, toShelves } from "#src/storefront/catalogue.ts";
import { Shelves } from "#src/storefront/shelves.tsx";
import { shownCatalogue } from "#src/storefront/shown-catalogue.ts";
import { ifAvailable } from "#src/storefront/unavailable.ts";
import { storefrontWords } from "#src/storefront/words.ts";
import { mohallaMart } from "#src/stores.ts";
import styles from "./page.module.css";

export default async function StorefrontPage() {
  const [{ shops: listed, products: sold }, cart, area] = await Promise.all([
    shownCatalogue(),
    readCart(),
    ifAvailable(preferredArea),
  ]);
  const shelves = toShelves(nearestFirst(listed, area), sold);
  const { say } = await currentWords(storefrontWords);
  const opening = listed.filter(({ shopId }) => shelves.every(({ shop }) => shop.shopId !== shopId));
  return (
    <div className="page">
      <h1>{say("title")}</h1>
      <p className={styles.lead}>
        {say("lead", {
          shops: say("shops", { count: shelves.length }),
          products: say("products", { count: sold.length }),
        })}
      </p>
      {listed.length === 0 && <p className="notice">{say("noShop")}</p>}
      {opening.length > 0 && (
        <p className="notice">{say("opening", { shops: opening.map(({ name }) => name).join(", ") })}</p>
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
