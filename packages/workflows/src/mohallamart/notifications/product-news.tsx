import type { Product } from "@org/stores/mohallamart/port";
import * as z from "zod";
import { type Brand, brandOf, money } from "../brand.ts";
import { ProductNewsEmail } from "../products/product-news-email.tsx";
import { type NotificationType, notificationType } from "./notification-type.ts";

interface News<Data> {
  smsTemplate: string;
  data: z.ZodType<Data & { productId: string }>;
  /** Undefined when it does not hold any more: the product has changed since. `values` are for the SMS template. */
  tell(
    product: Product,
    data: Data,
    brand: Brand,
  ): { title: string; body: string; values?: Record<string, string> } | undefined;
}

/** What somebody who watches a product hears of it. The product may have gone meanwhile; then nobody is told. */
function productNews<Data>({ smsTemplate, data, tell }: News<Data>): NotificationType {
  return notificationType({
    unasked: true,
    smsTemplate,
    data,
    async word({ user, data: given, ports }) {
      const { products, webUrl } = ports;
      const brand = brandOf(ports);
      const product = await products.get(given.productId);
      const news = product && tell(product, given, brand);
      if (!product || !news) return undefined;
      const { productId, name, unit } = product;
      const { title, body, values } = news;
      const url = `${webUrl}/products/${productId}`;
      return {
        subject: productId,
        title,
        body,
        url,
        sms: {
          text: `${brand.name}: ${body} ${url}`,
          values: { product: name, price: money(product.price, brand), url, ...values },
        },
        email: (
          <ProductNewsEmail customerName={user.name} title={title} body={body} unit={unit} productUrl={url} />
        ),
      };
    },
  });
}

const productId = z.string();
const price = z.number().positive();

/** The price that counts is the product's now: it may have changed again since. */
export const priceDrop = productNews({
  smsTemplate: "product-price-drop",
  data: z.object({ productId, price, previousPrice: price }),
  tell({ name, price: now, available }, { previousPrice }, brand) {
    if (available === 0 || now >= previousPrice) return undefined;
    const values = { previousPrice: money(previousPrice, brand) };
    const body = `${name} is now ${money(now, brand)} instead of ${values.previousPrice}.`;
    return { title: `${name} costs less`, body, values };
  },
});

export const backInStock = productNews({
  smsTemplate: "product-back-in-stock",
  data: z.object({ productId }),
  tell({ name, price: now, available }, _data, brand) {
    if (available === 0) return undefined;
    return { title: `${name} is back`, body: `${name} is in stock again, for ${money(now, brand)}.` };
  },
});

export const outOfStock = productNews({
  smsTemplate: "product-out-of-stock",
  data: z.object({ productId }),
  tell({ name, available }) {
    if (available > 0) return undefined;
    return { title: `${name} is sold out`, body: `${name} is sold out. We tell you when it is back.` };
  },
});
