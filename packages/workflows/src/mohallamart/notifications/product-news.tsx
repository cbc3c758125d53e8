import type { Product } from "@org/stores/mohallamart/port";
import { type Words, wordsIn } from "@org/stores/mohallamart/words/catalogue";
import * as z from "zod";
import { type Brand, brandFor, money } from "../brand.ts";
import { ProductNewsEmail } from "../products/product-news-email.tsx";
import { productWords } from "../products/words.ts";
import { type SmsOrigin, type SmsText, smsText } from "../sms-text.ts";
import { stopToken, stopUrl } from "../stop-link.ts";
import { type NotificationType, notificationType } from "./notification-type.ts";

interface News<Data> {
  data: z.ZodType<Data & { productId: string }>;
  /** Undefined when it does not hold any more: the product has changed since. */
  tell(
    product: Product,
    data: Data,
    origin: SmsOrigin & { brand: Brand },
    words: Words<typeof productWords>,
  ): { title: string; body: string; sms: SmsText } | undefined;
}

/** What somebody who watches a product hears of it. The product may have gone meanwhile; then nobody is told. */
function productNews<Data>({ data, tell }: News<Data>): NotificationType {
  return notificationType({
    messageClass: "promotional",
    data,
    async word({ user, data: given, ports }) {
      const { products, webUrl } = ports;
      const product = await products.get(given.productId);
      if (!product) return undefined;
      const brand = brandFor(ports, (await ports.preferences.get(user.userId))?.language);
      const news = tell(product, given, { webUrl, brand }, wordsIn(productWords, brand.locale));
      if (!news) return undefined;
      const { productId, unit } = product;
      const { title, body } = news;
      const url = `${webUrl}/products/${productId}`;
      const texts = { customerName: user.name, title, body, unit };
      return {
        subject: productId,
        ...news,
        brand,
        url,
        email: <ProductNewsEmail {...texts} productUrl={url} unsubscribeUrl={stopUrl} />,
      };
    },
  });
}

const productId = z.string();
const price = z.number().positive();

/** The price that counts is the product's now: it may have changed again since. */
export const priceDrop = productNews({
  data: z.object({ productId, price, previousPrice: price }),
  tell({ name, price: now, available }, { previousPrice }, origin, { say }) {
    if (available === 0 || now >= previousPrice) return undefined;
    const price = money(now, origin.brand);
    const before = money(previousPrice, origin.brand);
    const values = { product: name, price, previousPrice: before, link: stopToken };
    return {
      title: say("cheaperTitle", { product: name }),
      body: say("cheaper", { product: name, price, previous: before }),
      sms: smsText("product-price-drop", values, origin),
    };
  },
});

export const backInStock = productNews({
  data: z.object({ productId }),
  tell({ name, price: now, available }, _data, origin, { say }) {
    if (available === 0) return undefined;
    const price = money(now, origin.brand);
    return {
      title: say("backTitle", { product: name }),
      body: say("back", { product: name, price }),
      sms: smsText("product-back-in-stock", { product: name, price, link: stopToken }, origin),
    };
  },
});

export const outOfStock = productNews({
  data: z.object({ productId }),
  tell({ name, available }, _data, origin, { say }) {
    if (available > 0) return undefined;
    return {
      title: say("goneTitle", { product: name }),
      body: say("gone", { product: name }),
      sms: smsText("product-out-of-stock", { product: name, link: stopToken }, origin),
    };
  },
});
