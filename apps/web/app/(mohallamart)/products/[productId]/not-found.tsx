import Link from "next/link";
import { currentWords } from "#src/language/current-words.ts";
import { storefrontWords } from "#src/storefront/words.ts";

export default async function ProductNotFound() {
  const { say } = await currentWords(storefrontWords);
  return (
    <div className="page narrow">
      <h1>{say("noSuchProduct")}</h1>
      <p>{say("productMayBeGone")}</p>
      <Link href="/search">{say("seeEverything")}</Link>
    </div>
  );
}
