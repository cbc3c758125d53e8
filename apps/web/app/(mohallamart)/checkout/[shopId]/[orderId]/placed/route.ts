import { notFound, redirect } from "next/navigation";
import { after } from "next/server";
import { withoutProducts } from "#src/cart/cart.ts";
import { readCart, writeCart } from "#src/cart/cart-cookie.ts";
import { refreshProducts } from "#src/checkout/refresh-products.ts";
import { mayOpenCheckout } from "#src/orders/order-reader.ts";
import { mohallaMart } from "#src/stores.ts";

/**
 * Takes what was paid for out of the cart and goes to the order. A step of its own: the browser comes back from the payment
 * page with a post from another site, which brings no cookies; this request of our own brings them.
 */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/checkout/[shopId]/[orderId]/placed">,
): Promise<Response> {
  const { orderId } = await params;
  if (!(await mayOpenCheckout(orderId))) notFound();
  const order = await mohallaMart().orders.get(orderId);
  if (!order) notFound();
  const ordered = order.lines.map(({ productId }) => productId);
  await writeCart(withoutProducts(await readCart(), ordered));
  after(() => refreshProducts(ordered));
  redirect(`/orders/${orderId}`);
}
