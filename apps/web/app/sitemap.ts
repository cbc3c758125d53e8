import type { MetadataRoute } from "next";
import { connection } from "next/server";
import { ownOrigin } from "#src/http/own-origin.ts";
import { shownCatalogue } from "#src/storefront/shown-catalogue.ts";

/** Every page of the shop window. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  await connection();
  const { shops, products } = await shownCatalogue();
  const open = new Set(shops.map(({ shopId }) => shopId));
  const paths = [
    "/",
    "/sell",
    ...shops.map(({ shopId }) => `/shops/${shopId}`),
    ...products.filter(({ shopId }) => open.has(shopId)).map(({ productId }) => `/products/${productId}`),
  ];
  return paths.map((path) => ({ url: new URL(path, ownOrigin()).href }));
}
