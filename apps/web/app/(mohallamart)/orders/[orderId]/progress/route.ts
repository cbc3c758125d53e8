import { eventStream } from "#src/live/event-stream.ts";
import { watchOrder } from "#src/orders/find-order.ts";
import { currentOrderAccess } from "#src/orders/order-reader.ts";

export async function GET(request: Request, { params }: RouteContext<"/orders/[orderId]/progress">) {
  const { orderId } = await params;
  const access = await currentOrderAccess(orderId);
  return eventStream(request, async () => access && watchOrder(orderId));
}
