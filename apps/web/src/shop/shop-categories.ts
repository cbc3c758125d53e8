import { mohallaMart } from "../stores.ts";

/** The categories in which a shop sells so far, each once. */
export async function shopCategories(shopId: string): Promise<string[]> {
  const products = await mohallaMart().products.list({ shopId, unlisted: true });
  return [...new Set(products.map(({ category }) => category))];
}
