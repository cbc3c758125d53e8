import type { MetadataRoute } from "next";
import { connection } from "next/server";
import { ownOrigin } from "#src/http/own-origin.ts";

/** Search engines may list the shop window; every other address belongs to somebody, or is a key to something. */
export default async function robots(): Promise<MetadataRoute.Robots> {
  await connection();
  return {
    rules: {
      userAgent: "*",
      allow: ["/$", "/products/", "/shops/", "/sell$", "/pictures/", "/_next/static/", "/icon.svg"],
      disallow: "/",
    },
    sitemap: `${ownOrigin()}/sitemap.xml`,
  };
}
