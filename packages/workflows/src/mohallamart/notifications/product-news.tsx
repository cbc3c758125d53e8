import type { Product } from "@org/stores/mohallamart/port";
import * as z from "zod";
import { type Brand, brandOf, money } from "../brand.ts";
import { ProductNewsEmail } from "../products/product-news-email.tsx";
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
      const news = product && tell(product, given, { webUrl, brand: brandOf(ports) });
      if (!product || !news) return undefined;
      const { productId, unit } = product;
      const { title, body } = news;
      const url = `${webUrl}/products/${productId}`;
      const texts = { customerName: user.name, title, body, unit };
      return {
        subject: productId,
        ...news,
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
  tell({ name, price: now, available }, { previousPrice }, origin) {
    if (available === 0 || now >= previousPrice) return undefined;
    const price = money(now, origin.brand);
    const before = money(previousPrice, origin.brand);
    const values = { product: name, price, previousPrice: before, link: stopToken };
    return {
      title: `${name} costs less`,
      body: `${name} is now ${price} instead of ${before}.`,
      sms: smsText("product-price-drop", values, origin),
    };
  },
});

export const backInStock = productNews({
  data: z.object({ productId }),
  tell({ name, price: now, available }, _data, origin) {
    if (available === 0) return undefined;
    const price = money(now, origin.brand);
    return {
      title: `${name} is back`,
      body: `${name} is in stock again, for ${price}.`,
      sms: smsText("product-back-in-stock", { product: name, price, link: stopToken }, origin),
    };
  },
});

export const outOfStock = productNews({
  data: z.object({ productId }),
  tell({ name, available }, _data, origin) {
    if (available > 0) return undefined;
    return {
      title: `${name} is sold out`,
      body: `${name} is sold out. We tell you when it is back.`,
      sms: smsText("product-out-of-stock", { product: name, link: stopToken }, origin),
    };
  },
});
