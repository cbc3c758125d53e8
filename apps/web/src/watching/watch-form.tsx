import Link from "next/link";
import { currentWords } from "../language/current-words.ts";
import { currentPerson } from "../session/current-person.ts";
import { signInPath } from "../session/sign-in-path.ts";
import { ifAvailable } from "../storefront/unavailable.ts";
import { storefrontWords } from "../storefront/words.ts";
import { mohallaMart } from "../stores.ts";
import { changeWatching } from "./watch-actions.ts";

/** Lets customers hear of a product's price and stock; others sign in first. Nothing while nobody can tell who it is. */
export async function WatchForm({ productId }: { productId: string }) {
  const known = await ifAvailable(() => watcherOf(productId));
  if (!known) return null;
  const { person, watching } = known;
  const { say } = await currentWords(storefrontWords);
  if (!person) {
    return (
      <Link href={signInPath("mohallamart", { next: `/products/${productId}` })} className="button quiet">
        {say("watchSignIn")}
      </Link>
    );
  }
  if (person.role !== "customer") return null;
  return (
    <form action={changeWatching}>
      <input type="hidden" name="productId" value={productId} />
      <button type="submit" name="watch" value={watching ? "no" : "yes"} className="button quiet">
        {say(watching ? "stopWatching" : "watch")}
      </button>
      <p className="muted" role="status">
        {say(watching ? "youHear" : "hear")}
      </p>
    </form>
  );
}

async function watcherOf(productId: string) {
  const person = await currentPerson();
  const { watchers } = mohallaMart();
  const watching = person?.role === "customer" && (await watchers.watches({ userId: person.id, productId }));
  return { person, watching };
}
