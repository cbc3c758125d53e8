import { userId } from "@org/events/fields";
import { productId } from "@org/events/mohallamart/fields";
import type { Products, Watchers } from "@org/stores/mohallamart/port";
import * as z from "zod";
import type { Outcome } from "../../outcome.ts";
import { type EntriesOf, type InvalidCode, readRequest, requestRule } from "../../request.ts";

const unknownProduct = "There is no such product any more.";

export const watchRequest = requestRule({
  schema: z.object({ userId, productId, watch: z.boolean() }),
  fields: [],
  damaged: unknownProduct,
});

export interface WatchProductPorts {
  products: Pick<Products, "get">;
  watchers: Pick<Watchers, "watch" | "unwatch">;
}

/** From now on, a customer hears when a product costs less or is back in stock; or no longer. */
export function watchProduct({ products, watchers }: WatchProductPorts) {
  return async (
    entries: EntriesOf<typeof watchRequest>,
  ): Promise<Outcome<{ watching: boolean }, InvalidCode | "unknown-product">> => {
    const read = readRequest(watchRequest, entries);
    if (!read.ok) return read;
    const { watch, ...watcher } = read.request;
    if (!(await products.get(watcher.productId))) {
      return { ok: false, code: "unknown-product", message: unknownProduct };
    }
    if (watch) await watchers.watch(watcher);
    else await watchers.unwatch(watcher);
    return { ok: true, watching: watch };
  };
}
