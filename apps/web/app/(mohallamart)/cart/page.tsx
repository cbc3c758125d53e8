import { toBaskets } from "@org/commands/mohallamart/orders/baskets";
import { maximumLines } from "@org/commands/mohallamart/orders/order-size";
import { count } from "@org/commands/words";
import type { Metadata } from "next";
import Link from "next/link";
import { BasketCard } from "#src/cart/basket-card.tsx";
import { removeProducts } from "#src/cart/cart-actions.ts";
import { readCart } from "#src/cart/cart-cookie.ts";
import { mohallaMart } from "#src/stores.ts";

export const metadata: Metadata = { title: "Your cart" };

export default async function CartPage() {
  const { shops, products } = mohallaMart();
  const [listed, sold, cart] = await Promise.all([shops.list(), products.list(), readCart()]);
  const { baskets, gone } = toBaskets(cart, listed, sold);
  return (
    <div className="page narrow">
      <h1>Your cart</h1>
      {gone.length > 0 && <GoneNotice productIds={gone} />}
      {cart.length >= maximumLines && (
        <p className="notice">Your cart is full: it holds {maximumLines} different products.</p>
      )}
      {baskets.length > 1 && (
        <p className="muted">Each shop delivers its own order, so you check out once for each shop.</p>
      )}
      {baskets.map((basket) => (
        <BasketCard key={basket.shop.shopId} basket={basket} />
      ))}
      {baskets.length === 0 && <p>Nothing in it yet.</p>}
      <Link href="/">{baskets.length === 0 ? "See what the shops have" : "Keep looking around"}</Link>
    </div>
  );
}

function GoneNotice({ productIds }: { productIds: readonly string[] }) {
  return (
    <form action={removeProducts} className="notice">
      {productIds.map((productId) => (
        <input key={productId} type="hidden" name="productId" value={productId} />
      ))}
      <p>
        {count(productIds.length, "product")} in your cart {productIds.length === 1 ? "is" : "are"} no longer
        sold here.{" "}
        <button type="submit" className="text-button">
          Take out of the cart
        </button>
      </p>
    </form>
  );
}
