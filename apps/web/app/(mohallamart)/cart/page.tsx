import { toBaskets } from "@org/commands/mohallamart/orders/baskets";
import { maximumLines } from "@org/commands/mohallamart/orders/order-size";
import type { Metadata } from "next";
import Link from "next/link";
import { BasketCard } from "#src/cart/basket-card.tsx";
import { removeProducts } from "#src/cart/cart-actions.ts";
import { readCart } from "#src/cart/cart-cookie.ts";
import { cartWords } from "#src/cart/words.ts";
import { currentWords } from "#src/language/current-words.ts";
import { mohallaMart } from "#src/stores.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await currentWords(cartWords)).say("title") };
}

export default async function CartPage() {
  const { shops, products } = mohallaMart();
  const [listed, sold, cart] = await Promise.all([shops.list(), products.list(), readCart()]);
  const { baskets, gone } = toBaskets(cart, listed, sold);
  const { say } = await currentWords(cartWords);
  return (
    <div className="page narrow">
      <h1>{say("title")}</h1>
      {gone.length > 0 && <GoneNotice productIds={gone} />}
      {cart.length >= maximumLines && <p className="notice">{say("full", { number: maximumLines })}</p>}
      {baskets.length > 1 && <p className="muted">{say("eachShop")}</p>}
      {baskets.map((basket) => (
        <BasketCard key={basket.shop.shopId} basket={basket} />
      ))}
      {baskets.length === 0 && <p>{say("empty")}</p>}
      <Link href="/">{say(baskets.length === 0 ? "seeShops" : "keepLooking")}</Link>
    </div>
  );
}

async function GoneNotice({ productIds }: { productIds: readonly string[] }) {
  const { say } = await currentWords(cartWords);
  return (
    <form action={removeProducts} className="notice">
      {productIds.map((productId) => (
        <input key={productId} type="hidden" name="productId" value={productId} />
      ))}
      <p>
        {say("gone", { count: productIds.length })}{" "}
        <button type="submit" className="text-button">
          {say("takeOut")}
        </button>
      </p>
    </form>
  );
}
