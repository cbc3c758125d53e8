import { wordsIn } from "@org/stores/mohallamart/words/catalogue";
import type { Language } from "@org/stores/mohallamart/words/languages";
import { addressLine } from "../orders/address-line.ts";
import { mohallaMart } from "../stores.ts";
import { submitForgetting } from "./account-actions.ts";
import styles from "./own-lists.module.css";
import { ownWords } from "./own-words.ts";

/** The addresses that are offered at checkout, each with a button that forgets it; nothing where there is none. */
export async function OwnAddresses({ userId, language }: { userId: string; language: Language }) {
  const saved = await mohallaMart().addresses.list({ userId });
  if (saved.length === 0) return null;
  const { say } = wordsIn(ownWords, language);
  return (
    <section className="card" aria-labelledby="addresses">
      <h2 id="addresses">{say("addresses")}</h2>
      <p className="muted">{say("addressesAbout")}</p>
      <ul>
        {saved.map((address) => (
          <li key={address.addressId} className={styles.entry}>
            <span>
              {address.name}, {addressLine(address)}
            </span>
            <form action={submitForgetting}>
              <input type="hidden" name="addressId" value={address.addressId} />
              <button
                type="submit"
                className="text-button"
                aria-label={say("forgetNamed", { address: addressLine(address) })}
              >
                {say("forget")}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
