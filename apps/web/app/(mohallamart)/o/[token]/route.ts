import { notFound } from "next/navigation";
import { seeOther } from "#src/http/see-other.ts";
import { keepOrderToken } from "#src/orders/order-cookies.ts";
import { orderLinks } from "#src/stores.ts";

/**
 * Where the link of a message leads: to the order's page, which this browser may see from then on. The link itself
 * stays out of the browser's address line and of what the page loads.
 */
export async function GET(_request: Request, { params }: RouteContext<"/o/[token]">): Promise<Response> {
  const { token } = await params;
  const orderId = await orderLinks().find(token);
  if (orderId === undefined) notFound();
  await keepOrderToken(orderId, token);
  return seeOther(`/orders/${orderId}`);
}
