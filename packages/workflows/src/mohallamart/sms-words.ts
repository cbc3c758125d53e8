import type { LanguageCode } from "@org/stores/mohallamart/words/languages";
import type { MessageClass } from "./message-class.ts";

interface SmsTemplate {
  messageClass: MessageClass;
  /**
   * As it is registered with the operators (India's DLT), one for each language, with `{brand}` and `{web}` as fixed
   * text: `##name##` stands for a value of at most 30 characters, so a link is an address of ours whose last part alone is
   * a value. Hindi and Kannada leave the order's number to the link: their texts have 67 characters a part, not 153.
   */
  words: Readonly<Record<LanguageCode, string>>;
  /** The value that gives way where the text would take another part, and what stands for one that GSM-7 cannot write. */
  name: { value: string; instead: string };
}

const shop = { value: "shop", instead: "Your shop" };
const product = { value: "product", instead: "A product that you watch" };

/** Every text message of the marketplace, by the name of its template. */
export const smsTemplates = {
  "order-confirmation": {
    messageClass: "transactional",
    words: {
      en: "{brand}: ##shop## has your order ##order##, ##total##. {web}/o/##link##",
      hi: "{brand}: ##shop## को आपका ऑर्डर मिल गया, ##total##. {web}/o/##link##",
      kn: "{brand}: ##shop## ಅಂಗಡಿಗೆ ನಿಮ್ಮ ಆರ್ಡರ್ ತಲುಪಿದೆ, ##total##. {web}/o/##link##",
    },
    name: shop,
  },
  "order-packed": {
    messageClass: "transactional",
    words: {
      en: "{brand}: ##shop## has packed your order ##order##. {web}/o/##link##",
      hi: "{brand}: ##shop## ने आपका ऑर्डर पैक कर दिया है. {web}/o/##link##",
      kn: "{brand}: ##shop## ನಿಮ್ಮ ಆರ್ಡರ್ ಅನ್ನು ಪ್ಯಾಕ್ ಮಾಡಿದೆ. {web}/o/##link##",
    },
    name: shop,
  },
  "order-shipped": {
    messageClass: "transactional",
    words: {
      en: "{brand}: ##shop## has handed over your order ##order##. {web}/o/##link##",
      hi: "{brand}: ##shop## ने आपका ऑर्डर डिलीवरी के लिए दे दिया है. {web}/o/##link##",
      kn: "{brand}: ##shop## ನಿಮ್ಮ ಆರ್ಡರ್ ಅನ್ನು ಡೆಲಿವರಿಗೆ ನೀಡಿದೆ. {web}/o/##link##",
    },
    name: shop,
  },
  "order-delivered": {
    messageClass: "transactional",
    words: {
      en: "{brand}: ##shop## says that you have received your order ##order##. {web}/o/##link##",
      hi: "{brand}: ##shop## के अनुसार आपको ऑर्डर मिल गया है. {web}/o/##link##",
      kn: "{brand}: ##shop## ಪ್ರಕಾರ ನಿಮಗೆ ಆರ್ಡರ್ ತಲುಪಿದೆ. {web}/o/##link##",
    },
    name: shop,
  },
  "order-attempt-failed": {
    messageClass: "transactional",
    words: {
      en: "{brand}: attempt ##attempt## for ##order## of ##shop## failed. It comes again. {web}/o/##link##",
      hi: "{brand}: ##shop## का ऑर्डर सौंपा नहीं जा सका (##attempt##), फिर लाया जाएगा. {web}/o/##link##",
      kn: "{brand}: ##shop## ಆರ್ಡರ್ ಹಸ್ತಾಂತರಿಸಲು ಆಗಲಿಲ್ಲ (##attempt##), ಮತ್ತೆ ತರಲಾಗುವುದು. {web}/o/##link##",
    },
    name: shop,
  },
  "product-price-drop": {
    messageClass: "promotional",
    words: {
      en: "{brand}: ##product## is now ##price## instead of ##previousPrice##. See it or stop these texts: {web}/u/##link##",
      hi: "{brand}: ##product## अब ##price##, पहले ##previousPrice##. देखें या SMS रोकें: {web}/u/##link##",
      kn: "{brand}: ##product## ಈಗ ##price##, ಮೊದಲು ##previousPrice##. ನೋಡಲು/SMS ನಿಲ್ಲಿಸಲು: {web}/u/##link##",
    },
    name: product,
  },
  "product-back-in-stock": {
    messageClass: "promotional",
    words: {
      en: "{brand}: ##product## is in stock again, for ##price##. See it or stop these texts: {web}/u/##link##",
      hi: "{brand}: ##product## फिर उपलब्ध है, ##price##. देखें या SMS रोकें: {web}/u/##link##",
      kn: "{brand}: ##product## ಮತ್ತೆ ಲಭ್ಯವಿದೆ, ##price##. ನೋಡಲು/SMS ನಿಲ್ಲಿಸಲು: {web}/u/##link##",
    },
    name: product,
  },
  "product-out-of-stock": {
    messageClass: "promotional",
    words: {
      en: "{brand}: ##product## is sold out. We tell you when it is back. Stop these texts: {web}/u/##link##",
      hi: "{brand}: ##product## अभी स्टॉक में नहीं. आने पर बताएँगे. SMS रोकें: {web}/u/##link##",
      kn: "{brand}: ##product## ಸ್ಟಾಕ್‌ನಲ್ಲಿ ಇಲ್ಲ. ಬಂದಾಗ ತಿಳಿಸುತ್ತೇವೆ. SMS ನಿಲ್ಲಿಸಲು: {web}/u/##link##",
    },
    name: product,
  },
} as const satisfies Record<string, SmsTemplate>;

export type SmsTemplateName = keyof typeof smsTemplates;

/** The values of a text, by its placeholders. */
export type SmsValues<Name extends SmsTemplateName> = Record<
  PlaceholderOf<(typeof smsTemplates)[Name]["words"]["en"]>,
  string
>;

type PlaceholderOf<Words extends string> = Words extends `${string}##${infer Value}##${infer Rest}`
  ? Value | PlaceholderOf<Rest>
  : never;
