import Link from "next/link";
import { currentWords } from "#src/language/current-words.ts";
import { storefrontWords } from "#src/storefront/words.ts";

export default async function ShopNotFound() {
  const { say } = await currentWords(storefrontWords);
  return (
    <div className="page narrow">
      <h1>{say("noSuchShop")}</h1>
      <p>{say("shopMayHaveClosed")}</p>
      <Link href="/">{say("allShops")}</Link>
    </div>
  );
}
