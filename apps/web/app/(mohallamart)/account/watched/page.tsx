import type { Metadata } from "next";
import Link from "next/link";
import styles from "#src/account/own-lists.module.css";
import { ownWords } from "#src/account/own-words.ts";
import { currentWords } from "#src/language/current-words.ts";
import { requireRole } from "#src/session/current-person.ts";
import { mohallaMart } from "#src/stores.ts";
import { changeWatching } from "#src/watching/watch-actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await currentWords(ownWords)).say("watched") };
}

export default async function WatchedPage() {
  const { id: userId } = await requireRole("customer");
  const watched = await mohallaMart().watchers.watchedBy(userId);
  const { say } = await currentWords(ownWords);
  return (
    <div className="page narrow">
      <h1>{say("watched")}</h1>
      {watched.length === 0 && <p>{say("noneWatched")}</p>}
      <ul className="card" hidden={watched.length === 0}>
        {watched.map(({ productId, name }) => (
          <li key={productId} className={styles.entry}>
            <Link href={`/products/${productId}`}>{name}</Link>
            <form action={changeWatching}>
              <input type="hidden" name="productId" value={productId} />
              <button
                type="submit"
                name="watch"
                value="no"
                className="text-button"
                aria-label={say("stopNamed", { product: name })}
              >
                {say("stop")}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </div>
  );
}
