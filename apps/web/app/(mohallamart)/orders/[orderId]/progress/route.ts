import { eventStream } from "#src/live/event-stream.ts";
import { watchOrder } from "#src/orders/find-order.ts";

export async function GET(request: Request, { params }: RouteContext<"/orders/[orderId]/progress">) {
  const { orderId } = await params;
  return eventStream(request, () => watchOrder(orderId));
}
