import { eventStream, nothingToFollow } from "#src/live/event-stream.ts";
import { watchOrder } from "#src/orders/find-order.ts";
import { orderFollower } from "#src/orders/order-reader.ts";

export async function GET(request: Request, { params }: RouteContext<"/orders/[orderId]/progress">) {
  const { orderId } = await params;
  // Before anything is looked at: who follows one address shares what is seen there.
  const follower = await orderFollower(orderId);
  return follower ? eventStream(request, () => watchOrder(orderId), follower) : nothingToFollow();
}
