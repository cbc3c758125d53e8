import { searchIndex } from "@org/events/mohallamart/search-index";
import type { InngestFunction } from "inngest";
import { defaultRetries } from "../../retry-policy.ts";
import type { MohallaMartPorts } from "../ports.ts";
import { oneWriterPerProduct, syncDocument } from "./product-document.ts";

/**
 * Puts a product into the search index as it is now, or takes it out when it is gone, hidden or sold out. The event may
 * be older than the product, so what is indexed is what the store has, not what the event says.
 */
export function indexProduct(ports: MohallaMartPorts): InngestFunction.Any {
  return ports.inngest.createFunction(
    {
      id: "index-product",
      triggers: [searchIndex],
      retries: defaultRetries,
      concurrency: oneWriterPerProduct,
    },
    ({ event, step }) => step.run("sync-document", () => syncDocument(ports, event.data.productId)),
  );
}
