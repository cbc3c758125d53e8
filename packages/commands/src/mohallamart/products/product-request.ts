import { pieces, productId, shopId } from "@org/events/mohallamart/fields";
import * as z from "zod";
import { outOfDate } from "../../internal/out-of-date.ts";
import { type FieldOf, requestRule } from "../../request.ts";

const longestStock = 100_000;
const highestPrice = 1_000_000;

function lineField(what: string, longest: number) {
  return z
    .string()
    .overwrite((text) => text.normalize("NFC").trim().replace(/\s+/gu, " "))
    .min(1, `Enter ${what}.`)
    .max(longest, `Shorten it to ${longest} characters.`);
}

/** How a shopkeeper describes a product of their shop. */
export const productRequest = requestRule({
  schema: z.object({
    productId,
    /** The shopkeeper's own. */
    shopId,
    /** How many pieces could be ordered when the form was shown; nothing for a new product. */
    seen: z.string().default("").transform(Number),
    name: lineField("the product's name", 100),
    category: lineField("a category, as Vegetables", 60),
    unit: lineField("what one piece is, as 500 g", 40),
    description: lineField("a description", 300),
    /** Rupees. */
    price: z
      .string()
      .trim()
      .regex(/^\d{1,7}(\.\d{1,2})?$/, "Enter rupees such as 60 or 54.50.")
      .transform(Number)
      .pipe(z.number().gt(0, "A price is more than nothing.").max(highestPrice, "Enter at most 10,00,000.")),
    /** Pieces that customers can order. */
    available: z
      .string()
      .trim()
      .regex(/^\d{1,6}$/, "Enter a whole number such as 25, or 0 when it is sold out.")
      .transform(Number)
      .pipe(pieces.max(longestStock, "Enter at most 1,00,000.")),
  }),
  fields: ["name", "category", "unit", "description", "price", "available"],
  damaged: outOfDate(),
});

/** The entries that a shopkeeper fills in. */
export type ProductField = FieldOf<typeof productRequest>;
