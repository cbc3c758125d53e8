import { type ProductQuery, sortNames } from "./product-query.ts";
import styles from "./search-form.module.css";

/** The search box; on the page of a search also its order, with what it was narrowed to kept. */
export function SearchForm({ query }: { query?: ProductQuery }) {
  return (
    <search>
      <form action="/search" className={styles.form}>
        <label htmlFor="search-text" className="visually-hidden">
          What are you looking for?
        </label>
        <input
          id="search-text"
          type="search"
          name="q"
          defaultValue={query?.text}
          placeholder="Rice, tomatoes, ghee…"
          maxLength={100}
          className={styles.text}
        />
        {query && <Order query={query} />}
        <button type="submit" className="button">
          Search
        </button>
      </form>
    </search>
  );
}

function Order({ query: { category, shopId, sort } }: { query: ProductQuery }) {
  return (
    <>
      {category !== undefined && <input type="hidden" name="category" value={category} />}
      {shopId !== undefined && <input type="hidden" name="shop" value={shopId} />}
      <label htmlFor="search-sort" className="visually-hidden">
        Order
      </label>
      <select id="search-sort" name="sort" defaultValue={sort} className={styles.sort}>
        {sortNames.map(({ name, label }) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
      </select>
    </>
  );
}
