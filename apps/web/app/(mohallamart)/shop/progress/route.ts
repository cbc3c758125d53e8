import { eventStream } from "#src/live/event-stream.ts";
import { requireFollower } from "#src/live/follower.ts";
import { watchShop } from "#src/shop/find-shop-orders.ts";

export async function GET(request: Request) {
  const follower = await requireFollower("shopkeeper");
  const { shopId } = follower.person;
  return eventStream(request, () => watchShop(shopId), follower, shopId);
}
