import { searchIndex } from "@org/events/mohallamart/search-index";
import type { InngestFunction } from "inngest";
import { defaultRetries } from "../retry-policy.ts";
import type { MohallaMartPorts } from "./ports.ts";
import { findProductDocument } from "./product-document.ts";

/** Puts a product into the search index as it is now, or takes it out when it is gone, hidden or sold out. */
export function indexProduct({ inngest, products, shops, search }: MohallaMartPorts): InngestFunction.Any {
  return inngest.createFunction(
    { id: "index-product", triggers: [searchIndex], retries: defaultRetries },
    async ({ event, step }) => {
      const { productId } = event.data;
      // The event may be older than the product: what is indexed is what the store has.
      const document = await step.run("fetch-product", () =>
        findProductDocument({ products, shops }, productId),
      );
      if (document) await step.run("upsert-document", () => search.upsert(document));
      else await step.run("delete-document", () => search.delete(productId));
    },
  );
}
