/** Numbers in India, where operators pass on what is registered with them (DLT) and drop the rest without a word. */
const india = /^\+?91\d{10}$/;

interface RegisteredText {
  /** MSG91's id of it. */
  id: string;
  /** What each placeholder stands for has at most 30 characters. */
  text: string;
  isPromotional: boolean;
}

/** The ids of the account's registered texts, by the names that our apps give them. */
export const registeredIds = {
  "order-confirmation": "66f0000000000000000000a1",
  text: "66f0000000000000000000a2",
  "order-packed": "66f0000000000000000000a3",
  "order-shipped": "66f0000000000000000000a4",
  "order-delivered": "66f0000000000000000000a5",
  "order-attempt-failed": "66f0000000000000000000a9",
  "product-price-drop": "66f0000000000000000000a6",
  "product-back-in-stock": "66f0000000000000000000a7",
  "product-out-of-stock": "66f0000000000000000000a8",
  "order-confirmation.hi-IN": "66f0000000000000000000b1",
  "order-packed.hi-IN": "66f0000000000000000000b3",
  "order-shipped.hi-IN": "66f0000000000000000000b4",
  "order-delivered.hi-IN": "66f0000000000000000000b5",
  "order-attempt-failed.hi-IN": "66f0000000000000000000b9",
  "product-price-drop.hi-IN": "66f0000000000000000000b6",
  "product-back-in-stock.hi-IN": "66f0000000000000000000b7",
  "product-out-of-stock.hi-IN": "66f0000000000000000000b8",
  "order-confirmation.kn-IN": "66f0000000000000000000c1",
  "order-packed.kn-IN": "66f0000000000000000000c3",
  "order-shipped.kn-IN": "66f0000000000000000000c4",
  "order-delivered.kn-IN": "66f0000000000000000000c5",
  "order-attempt-failed.kn-IN": "66f0000000000000000000c9",
  "product-price-drop.kn-IN": "66f0000000000000000000c6",
  "product-back-in-stock.kn-IN": "66f0000000000000000000c7",
  "product-out-of-stock.kn-IN": "66f0000000000000000000c8",
};

/** The account's registered texts. @param webUrl where people reach the web app: fixed text of theirs */
export function registeredTexts(webUrl: string): RegisteredText[] {
  const order = `order ##order##. ${webUrl}/o/##link##`;
  const stop = `top these texts: ${webUrl}/u/##link##`;
  const orderPage = `${webUrl}/o/##link##`;
  const stopPage = `${webUrl}/u/##link##`;
  // Those of Hindi and Kannada name no order: the link leads to it.
  const texts: Record<keyof typeof registeredIds, string> = {
    text: "##text####more##",
    "order-confirmation": `MohallaMart: ##shop## has your order ##order##, ##total##. ${webUrl}/o/##link##`,
    "order-packed": `MohallaMart: ##shop## has packed your ${order}`,
    "order-shipped": `MohallaMart: ##shop## has handed over your ${order}`,
    "order-delivered": `MohallaMart: ##shop## says that you have received your ${order}`,
    "order-attempt-failed": `MohallaMart: attempt ##attempt## for ##order## of ##shop## failed. It comes again. ${orderPage}`,
    "product-price-drop": `MohallaMart: ##product## is now ##price## instead of ##previousPrice##. See it or s${stop}`,
    "product-back-in-stock": `MohallaMart: ##product## is in stock again, for ##price##. See it or s${stop}`,
    "product-out-of-stock": `MohallaMart: ##product## is sold out. We tell you when it is back. S${stop}`,
    "order-confirmation.hi-IN": `MohallaMart: ##shop## को आपका ऑर्डर मिल गया, ##total##. ${orderPage}`,
    "order-packed.hi-IN": `MohallaMart: ##shop## ने आपका ऑर्डर पैक कर दिया है. ${orderPage}`,
    "order-shipped.hi-IN": `MohallaMart: ##shop## ने आपका ऑर्डर डिलीवरी के लिए दे दिया है. ${orderPage}`,
    "order-delivered.hi-IN": `MohallaMart: ##shop## के अनुसार आपको ऑर्डर मिल गया है. ${orderPage}`,
    "order-attempt-failed.hi-IN": `MohallaMart: ##shop## का ऑर्डर सौंपा नहीं जा सका (##attempt##), फिर लाया जाएगा. ${orderPage}`,
    "product-price-drop.hi-IN": `MohallaMart: ##product## अब ##price##, पहले ##previousPrice##. देखें या SMS रोकें: ${stopPage}`,
    "product-back-in-stock.hi-IN": `MohallaMart: ##product## फिर उपलब्ध है, ##price##. देखें या SMS रोकें: ${stopPage}`,
    "product-out-of-stock.hi-IN": `MohallaMart: ##product## अभी स्टॉक में नहीं. आने पर बताएँगे. SMS रोकें: ${stopPage}`,
    "order-confirmation.kn-IN": `MohallaMart: ##shop## ಅಂಗಡಿಗೆ ನಿಮ್ಮ ಆರ್ಡರ್ ತಲುಪಿದೆ, ##total##. ${orderPage}`,
    "order-packed.kn-IN": `MohallaMart: ##shop## ನಿಮ್ಮ ಆರ್ಡರ್ ಅನ್ನು ಪ್ಯಾಕ್ ಮಾಡಿದೆ. ${orderPage}`,
    "order-shipped.kn-IN": `MohallaMart: ##shop## ನಿಮ್ಮ ಆರ್ಡರ್ ಅನ್ನು ಡೆಲಿವರಿಗೆ ನೀಡಿದೆ. ${orderPage}`,
    "order-delivered.kn-IN": `MohallaMart: ##shop## ಪ್ರಕಾರ ನಿಮಗೆ ಆರ್ಡರ್ ತಲುಪಿದೆ. ${orderPage}`,
    "order-attempt-failed.kn-IN": `MohallaMart: ##shop## ಆರ್ಡರ್ ಹಸ್ತಾಂತರಿಸಲು ಆಗಲಿಲ್ಲ (##attempt##), ಮತ್ತೆ ತರಲಾಗುವುದು. ${orderPage}`,
    "product-price-drop.kn-IN": `MohallaMart: ##product## ಈಗ ##price##, ಮೊದಲು ##previousPrice##. ನೋಡಲು/SMS ನಿಲ್ಲಿಸಲು: ${stopPage}`,
    "product-back-in-stock.kn-IN": `MohallaMart: ##product## ಮತ್ತೆ ಲಭ್ಯವಿದೆ, ##price##. ನೋಡಲು/SMS ನಿಲ್ಲಿಸಲು: ${stopPage}`,
    "product-out-of-stock.kn-IN": `MohallaMart: ##product## ಸ್ಟಾಕ್‌ನಲ್ಲಿ ಇಲ್ಲ. ಬಂದಾಗ ತಿಳಿಸುತ್ತೇವೆ. SMS ನಿಲ್ಲಿಸಲು: ${stopPage}`,
  };
  return Object.entries(registeredIds).map(([name, id]) => ({
    id,
    text: texts[name as keyof typeof registeredIds],
    isPromotional: name.startsWith("product-"),
  }));
}

const longestValue = 30;

/**
 * Why operators of India would drop a text; undefined when they pass it on. They do it silently, after the vendor took
 * it: the emulators refuse it instead, so that whoever sends it hears.
 */
export function whyDropped(
  to: string,
  { isPromotional }: Pick<RegisteredText, "isPromotional">,
  values: readonly string[],
  now: number,
): string | undefined {
  if (!india.test(to)) return undefined;
  if (values.some((value) => value.length > longestValue))
    return `A value of a registered text is longer than ${longestValue} characters`;
  if (isPromotional && !isDaytime(now)) return "Promotional texts go out from 10:00 to 21:00 in India";
  return undefined;
}

/** As {@link whyDropped}, of the whole text that a vendor without templates is given. */
export function whyTextDropped(
  to: string,
  body: string,
  registered: readonly RegisteredText[],
  now: number,
): string | undefined {
  for (const each of registered) {
    if (each.id === registeredIds.text) continue;
    const values = patternOf(each.text).exec(body)?.slice(1);
    if (values) return whyDropped(to, each, values, now);
  }
  return undefined;
}

function patternOf(text: string): RegExp {
  const fixed = text.split(/##\w+##/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${fixed.join("(.*)")}$`, "s");
}

function isDaytime(now: number): boolean {
  const minutes = Math.floor(now / 60_000 + 330) % 1_440;
  return minutes >= 600 && minutes < 1_260;
}
