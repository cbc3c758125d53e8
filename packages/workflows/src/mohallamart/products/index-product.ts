import { searchIndex } from "@org/events/mohallamart/search-index";
import type { InngestFunction } from "inngest";
import { defaultRetries } from "../../retry-policy.ts";
import type { Uses } from "../ports.ts";
import { type DocumentPorts, oneWriterPerProduct, syncDocument } from "./product-document.ts";

type Ports = Uses<{ inngest: true }> & DocumentPorts;

/**
 * Puts a product into the search index as it is now, or takes it out when it is gone, hidden or sold out. The event may
 * be older than the product, so what is indexed is what the store has, not what the event says.
 */
export function indexProduct(ports: Ports): InngestFunction.Any {
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
