import { productId as productIdSchema } from "@org/events/mohallamart/fields";
import type { Pictures } from "@org/integrations/pictures/port";
import type { PictureFault, Squares } from "@org/integrations/pictures/squares";
import type { Products } from "@org/stores/mohallamart/port";
import { productEvents } from "@org/stores/mohallamart/products/product-events";
import type { Outcome } from "../../outcome.ts";

/** Trims a photograph to the squares that are kept, or says what is wrong with the file. */
export type TrimPhoto = (content: Uint8Array) => Promise<Squares | PictureFault>;

interface Ports {
  products: Pick<Products, "get" | "update">;
  pictures: Pick<Pictures, "put"> & { cut: TrimPhoto };
}

export interface PictureUpload {
  productId: string;
  /** The shopkeeper's own. */
  shopId: string;
  /** The file as it was sent, whatever it is called. */
  content: Uint8Array;
}

/** What a shopkeeper is told of a file that is not taken. */
export const pictureFaults: Readonly<Record<PictureFault, string>> = {
  "no-picture": "This is no picture that we can read. Choose a photo as JPEG, PNG or WebP.",
  "too-large": "This file is over 12 MB. Choose a smaller photo.",
  "too-many-pixels": "This picture has more than 52 million pixels. Choose a smaller photo.",
  "too-heavy":
    "This picture is saved in a way that takes too much memory to open. Save it as a usual JPEG, or choose a smaller photo.",
  "too-small": "This picture is too small to show. Choose one of at least 240 by 240 pixels.",
};

/**
 * A shopkeeper gives a product its picture, instead of the one that it had. The files are kept before the product
 * names them, so that none that is named is missing; what a failure in between leaves is removed as unused.
 */
export function savePicture({ products, pictures }: Ports) {
  return async ({
    productId,
    shopId,
    content,
  }: PictureUpload): Promise<Outcome<{ picture: string }, PictureFault | "not-theirs">> => {
    if (!(await isOfShop(products, { productId, shopId }))) return notTheirs;
    const squares = await pictures.cut(content);
    if (typeof squares === "string") return { ok: false, code: squares, message: pictureFaults[squares] };
    const { picture, files } = squares;
    await Promise.all(files.map((file) => pictures.put(file.name, file.content)));
    await products.update(productId, { picture }, { emit: productEvents });
    return { ok: true, picture };
  };
}

/** Whether a shop has such a product. What cannot be an id is not looked for: no database keeps it. */
export async function isOfShop(
  products: Pick<Products, "get">,
  { productId, shopId }: { productId: string; shopId: string },
): Promise<boolean> {
  if (!productIdSchema.safeParse(productId).success) return false;
  return (await products.get(productId))?.shopId === shopId;
}

/** Of every command about a picture. */
export const notTheirs = {
  ok: false,
  code: "not-theirs",
  message: "Your shop has no such product.",
} as const;
