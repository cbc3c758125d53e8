import { advanceRebuild, type RebuildProgress } from "@org/integrations/search/rebuild";
import type { Product } from "@org/stores/mohallamart/port";
import type { ProductDocument } from "@org/stores/mohallamart/products/search-index";
import type { Uses } from "../ports.ts";

/** What putting one product into search takes. */
export type DocumentPorts = Uses<{ products: "get"; shops: "get"; search: "upsert" | "delete" }>;

/** What a rebuild of the index takes. */
export type RebuildPorts = Uses<{ products: "get" | "scan"; shops: "get"; search: true }>;

/**
 * For functions that write single documents: one of them at a time for each product, over the whole environment.
 * Otherwise one could read a product, wait, and write over what another has read and written since.
 */
export const oneWriterPerProduct = {
  key: '"search-document:" + event.data.productId',
  scope: "env",
  limit: 1,
} as const;

/**
 * Puts a product into search as the store has it now, or takes it out when it should not be found: gone, hidden or
 * sold out. The body of one step: when the writing is tried again, the product is read again.
 */
export async function syncDocument(
  { products, shops, search }: DocumentPorts,
  productId: string,
): Promise<"indexed" | "removed"> {
  const product = await products.get(productId);
  const shop = product && (await shops.get(product.shopId));
  if (product && shop?.listed && isFound(product)) {
    await search.upsert(toProductDocument(product));
    return "indexed";
  }
  await search.delete(productId);
  return "removed";
}

/** How many products a step of a rebuild imports: a thousand steps, which is Inngest's limit, are a million products. */
const pageSize = 1_000;

/** Imports the next page of products, or puts the new index in the old one's place. The body of one step. */
export async function advanceProductRebuild(
  ports: RebuildPorts,
  progress: RebuildProgress,
): Promise<RebuildProgress> {
  const { products, search } = ports;
  const imported: string[] = [];
  const readPage = async (after: string | undefined) => {
    const page = await products.scan({ after, limit: pageSize });
    const documents = page.filter(isFound).map(toProductDocument);
    imported.push(...documents.map(({ id }) => id));
    return { documents, next: page.length === pageSize ? page.at(-1)?.productId : undefined };
  };
  const advanced = await advanceRebuild({ index: search, readPage }, progress);
  if (imported.length === 0) return advanced;
  // What left search after the page was read has just been imported all the same.
  const now = await products.scan({ after: progress.cursor, limit: pageSize });
  const found = new Set(now.filter(isFound).map(({ productId }) => productId));
  for (const productId of imported.filter((id) => !found.has(id))) await syncDocument(ports, productId);
  return advanced;
}

/** Whether customers find it, provided that its shop is listed. */
function isFound({ available }: Product): boolean {
  return available > 0;
}

/** What of a product is searched, filtered and shown in results. */
function toProductDocument(product: Product): ProductDocument {
  const { productId: id, name, category, description, shopId, price, available } = product;
  return { id, name, category, description, shopId, price, available };
}
