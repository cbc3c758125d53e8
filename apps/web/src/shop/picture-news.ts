import { pictureFaults } from "@org/commands/mohallamart/products/save-picture";
import { limits } from "../http/limit.ts";

interface PictureNews {
  isGood: boolean;
  message: string;
}

const news: ReadonlyMap<string, PictureNews> = new Map<string, PictureNews>([
  ["saved", { isGood: true, message: "The picture is saved. Customers see it within a minute." }],
  ["removed", { isGood: true, message: "The picture is removed. Customers see the drawn mark again." }],
  [
    "unavailable",
    {
      isGood: false,
      message: "The picture could not be kept just now, and nothing changed. Try again in a minute.",
    },
  ],
  [
    "busy",
    {
      isGood: false,
      message: "Other photos are being taken in just now, and this one was not. Send it again in a minute.",
    },
  ],
  [
    "too-many",
    {
      isGood: false,
      message: `Your shop has sent its photos for one day, ${limits.pictures.limit} photos or ${limits["picture-megabytes"].limit} MB. This one was not kept, and the picture is as it was. Send it again tomorrow.`,
    },
  ],
  ...Object.entries(pictureFaults).map(([code, message]) => [code, { isGood: false, message }] as const),
]);

/** What a shopkeeper is told of the upload that led back to the page; undefined of any other word in the address. */
export function pictureNews(code: string | string[] | undefined): PictureNews | undefined {
  return typeof code === "string" ? news.get(code) : undefined;
}

/** The page of a product in its shop, which says what became of an upload. */
export function pictureNewsPath(productId: string, code: string) {
  return `/shop/products/${encodeURIComponent(productId)}?picture=${encodeURIComponent(code)}` as const;
}
