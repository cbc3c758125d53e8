import { toBaskets } from "@org/commands/mohallamart/orders/baskets";
import { newOrderId } from "@org/commands/mohallamart/orders/place-order";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { readCart } from "#src/cart/cart-cookie.ts";
import { BasketSummary } from "#src/checkout/basket-summary.tsx";
import { CheckoutForm } from "#src/checkout/checkout-form.tsx";
import { mohallaMart, orderLinks } from "#src/stores.ts";
import { payments } from "#src/vendors.ts";

export const metadata: Metadata = { title: "Check out" };

export default async function CheckoutPage({ params }: PageProps<"/checkout/[shopId]">) {
  const { shopId } = await params;
  const { shops, products } = mohallaMart();
  const [shop, sold, cart] = await Promise.all([shops.get(shopId), products.list({ shopId }), readCart()]);
  if (!shop?.listed) notFound();
  const online = payments() !== undefined;
  const orderId = newOrderId();
  const basket = toBaskets(cart, [shop], sold).baskets[0];
  return (
    <div className="page narrow">
      <h1>Order from {shop.name}</h1>
      {basket ? (
        <>
          <BasketSummary basket={basket} totalLabel={online ? "Total" : "Total, cash on delivery"} />
          <CheckoutForm
            orderId={orderId}
            orderProof={orderLinks().proof(orderId)}
            shopId={shopId}
            items={basket.lines.map(({ product, quantity }) => `${product.productId}:${quantity}`)}
            total={basket.total}
            online={online}
          />
        </>
      ) : (
        <p>
          Your cart holds nothing from this shop. <Link href={`/#${shopId}`}>See what {shop.name} has</Link>
        </p>
      )}
    </div>
  );
}
