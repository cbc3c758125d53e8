import type { Product } from "@org/stores/mohallamart/port";
import * as z from "zod";
import { rupees } from "../../format.ts";
import { ProductNewsEmail } from "../products/product-news-email.tsx";
import { type NotificationType, notificationType } from "./notification-type.ts";

interface News<Data> {
  smsTemplate: string;
  data: z.ZodType<Data & { productId: string }>;
  /** Undefined when it does not hold any more: the product has changed since. `values` are for the SMS template. */
  tell(
    product: Product,
    data: Data,
  ): { title: string; body: string; values?: Record<string, string> } | undefined;
}

/** What somebody who watches a product hears of it. The product may have gone meanwhile; then nobody is told. */
function productNews<Data>({ smsTemplate, data, tell }: News<Data>): NotificationType {
  return notificationType({
    unasked: true,
    smsTemplate,
    data,
    async word({ user, data: given, ports: { products, webUrl } }) {
      const product = await products.get(given.productId);
      const news = product && tell(product, given);
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
          text: `MohallaMart: ${body} ${url}`,
          values: { product: name, price: rupees(product.price), url, ...values },
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
  tell({ name, price: now, available }, { previousPrice }) {
    if (available === 0 || now >= previousPrice) return undefined;
    const values = { previousPrice: rupees(previousPrice) };
    const body = `${name} is now ${rupees(now)} instead of ${values.previousPrice}.`;
    return { title: `${name} costs less`, body, values };
  },
});

export const backInStock = productNews({
  smsTemplate: "product-back-in-stock",
  data: z.object({ productId }),
  tell({ name, price: now, available }) {
    if (available === 0) return undefined;
    return { title: `${name} is back`, body: `${name} is in stock again, for ${rupees(now)}.` };
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
