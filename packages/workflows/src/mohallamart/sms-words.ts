import type { MessageClass } from "./message-class.ts";

interface SmsTemplate {
  messageClass: MessageClass;
  /**
   * As it is registered with the operators (India's DLT), with `{brand}` and `{web}` as fixed text: `##name##` stands
   * for a value of at most 30 characters, so a link is an address of ours whose last part alone is a value.
   */
  words: string;
  /** The value that gives way where the text would take a second segment, and what stands for one that GSM-7 cannot write. */
  name: { value: string; instead: string };
}

const shop = { value: "shop", instead: "Your shop" };
const product = { value: "product", instead: "A product that you watch" };

/** Every text message of the marketplace, by the name of its template. */
export const smsTemplates = {
  "order-confirmation": {
    messageClass: "transactional",
    words: "{brand}: ##shop## has your order ##order##, ##total##. {web}/o/##link##",
    name: shop,
  },
  "order-packed": {
    messageClass: "transactional",
    words: "{brand}: ##shop## has packed your order ##order##. {web}/o/##link##",
    name: shop,
  },
  "order-shipped": {
    messageClass: "transactional",
    words: "{brand}: ##shop## has handed over your order ##order##. {web}/o/##link##",
    name: shop,
  },
  "order-delivered": {
    messageClass: "transactional",
    words: "{brand}: ##shop## says that you have received your order ##order##. {web}/o/##link##",
    name: shop,
  },
  "product-price-drop": {
    messageClass: "promotional",
    words:
      "{brand}: ##product## is now ##price## instead of ##previousPrice##. See it or stop these texts: {web}/u/##link##",
    name: product,
  },
  "product-back-in-stock": {
    messageClass: "promotional",
    words:
      "{brand}: ##product## is in stock again, for ##price##. See it or stop these texts: {web}/u/##link##",
    name: product,
  },
  "product-out-of-stock": {
    messageClass: "promotional",
    words:
      "{brand}: ##product## is sold out. We tell you when it is back. Stop these texts: {web}/u/##link##",
    name: product,
  },
} as const satisfies Record<string, SmsTemplate>;

export type SmsTemplateName = keyof typeof smsTemplates;

/** The values of a text, by its placeholders. */
export type SmsValues<Name extends SmsTemplateName> = Record<
  PlaceholderOf<(typeof smsTemplates)[Name]["words"]>,
  string
>;

type PlaceholderOf<Words extends string> = Words extends `${string}##${infer Value}##${infer Rest}`
  ? Value | PlaceholderOf<Rest>
  : never;
