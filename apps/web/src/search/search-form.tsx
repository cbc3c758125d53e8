import { currentWords } from "../language/current-words.ts";
import { storefrontWords } from "../storefront/words.ts";
import { type ProductQuery, sortNames } from "./product-query.ts";
import styles from "./search-form.module.css";
import { searchWords } from "./words.ts";

/** The search box; on the page of a search also its order, with what it was narrowed to kept. */
export async function SearchForm({ query }: { query?: ProductQuery }) {
  const { say } = await currentWords(storefrontWords);
  return (
    <search>
      <form action="/search" className={styles.form}>
        <label htmlFor="search-text" className="visually-hidden">
          {say("lookingFor")}
        </label>
        <input
          id="search-text"
          type="search"
          name="q"
          defaultValue={query?.text}
          placeholder={say("such")}
          maxLength={100}
          className={styles.text}
        />
        {query && <Order query={query} />}
        <button type="submit" className="button">
          {say("search")}
        </button>
      </form>
    </search>
  );
}

async function Order({ query: { category, shopId, sort } }: { query: ProductQuery }) {
  const { say } = await currentWords(searchWords);
  return (
    <>
      {category !== undefined && <input type="hidden" name="category" value={category} />}
      {shopId !== undefined && <input type="hidden" name="shop" value={shopId} />}
      <label htmlFor="search-sort" className="visually-hidden">
        {say("order")}
      </label>
      <select id="search-sort" name="sort" defaultValue={sort} className={styles.sort}>
        {sortNames.map((name) => (
          <option key={name} value={name}>
            {say(name)}
          </option>
        ))}
      </select>
    </>
  );
}
