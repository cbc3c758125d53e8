import type { NoMessage } from "../../deliver.ts";
import { type Brand, brandFor } from "../brand.ts";
import type { PushPorts, WrittenPush } from "../notifications/push-template.ts";
import { languageOfAddress } from "../reader-language.ts";
import { keeperOf } from "./keeper-of.ts";

/** A push message to somebody who keeps a shop, in their language; a tap opens their shop. */
export async function toKeeper(
  ports: PushPorts,
  shopkeeperId: string,
  write: (brand: Brand) => Pick<WrittenPush, "title" | "body" | "data">,
): Promise<WrittenPush | NoMessage> {
  const keeper = await keeperOf(ports, shopkeeperId);
  if ("skipped" in keeper) return keeper;
  const brand = brandFor(ports, await languageOfAddress(ports, keeper.email));
  return { ...write(brand), url: `${ports.webUrl}/shop` };
}
