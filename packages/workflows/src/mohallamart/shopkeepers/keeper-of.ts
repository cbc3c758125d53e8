import type { Shopkeeper } from "@org/stores/mohallamart/port";
import type { NoMessage } from "../../deliver.ts";
import type { Uses } from "../ports.ts";

/** Whom an email to a shopkeeper goes to; nobody once they keep the shop no more. */
export async function keeperOf(
  { shopkeepers }: Uses<{ shopkeepers: "get" }>,
  shopkeeperId: string,
): Promise<Shopkeeper | NoMessage> {
  return (await shopkeepers.get(shopkeeperId)) ?? { skipped: `Shopkeeper ${shopkeeperId} is gone.` };
}
