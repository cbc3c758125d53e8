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
  "product-price-drop": "66f0000000000000000000a6",
  "product-back-in-stock": "66f0000000000000000000a7",
  "product-out-of-stock": "66f0000000000000000000a8",
};

/** The account's registered texts. @param webUrl where people reach the web app: fixed text of theirs */
export function registeredTexts(webUrl: string): RegisteredText[] {
  const order = `order ##order##. ${webUrl}/o/##link##`;
  const stop = `top these texts: ${webUrl}/u/##link##`;
  const texts: Record<keyof typeof registeredIds, string> = {
    text: "##text####more##",
    "order-confirmation": `MohallaMart: ##shop## has your order ##order##, ##total##. ${webUrl}/o/##link##`,
    "order-packed": `MohallaMart: ##shop## has packed your ${order}`,
    "order-shipped": `MohallaMart: ##shop## has handed over your ${order}`,
    "order-delivered": `MohallaMart: ##shop## says that you have received your ${order}`,
    "product-price-drop": `MohallaMart: ##product## is now ##price## instead of ##previousPrice##. See it or s${stop}`,
    "product-back-in-stock": `MohallaMart: ##product## is in stock again, for ##price##. See it or s${stop}`,
    "product-out-of-stock": `MohallaMart: ##product## is sold out. We tell you when it is back. S${stop}`,
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
