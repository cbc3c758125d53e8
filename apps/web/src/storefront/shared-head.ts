import { pictureFile } from "@org/integrations/pictures/names";
import type { Metadata } from "next";
import { productHead } from "../design/product-head.ts";
import { ownOrigin } from "../http/own-origin.ts";
import { pictures } from "../vendors.ts";

interface Shown {
  description: string;
  /** As its shop photographed it. */
  picture?: string | undefined;
}

/** What a page's head says of a thing of the shop window, to search engines and where a link to it is shared. */
export function sharedHead(title: string, { description, picture }: Shown): Metadata {
  const at = picture && pictures() ? [pictureAddress(picture)] : [];
  return {
    title,
    description,
    openGraph: { type: "website", siteName: productHead.mohallamart.name, title, description, images: at },
  };
}

/** Absolute, since whoever shows a link asks for its picture from elsewhere. */
function pictureAddress(picture: string): string {
  const base = pictures()?.publicUrl ?? new URL("/pictures", ownOrigin()).href;
  return `${base}/${pictureFile(picture, 960)}`;
}
