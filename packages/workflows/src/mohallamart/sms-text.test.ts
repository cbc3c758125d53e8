import { codeOf, type Language } from "@org/stores/mohallamart/words/languages";
import { SegmentedMessage } from "sms-segments-calculator";
import { describe, expect, it } from "vitest";
import { money } from "./brand.ts";
import { gsmText, segmentsOf } from "./gsm-text.ts";
import { orderToken } from "./orders/order-url.ts";
import { type SmsOrigin, smsText } from "./sms-text.ts";
import { type SmsTemplateName, smsTemplates } from "./sms-words.ts";
import { stopToken } from "./stop-link.ts";

const origin = { brand: { name: "MohallaMart" }, webUrl: "https://mohallamart.example" };
const rupees = (amount: number) => money(amount, { locale: "en-IN", currency: "INR" });

/** The longest that each value of each text can be, but for the name. */
const longest: Record<string, string> = {
  order: `ord_${"0".repeat(26)}`,
  attempt: "10",
  total: rupees(9_99_999.99),
  price: rupees(99_999.99),
  previousPrice: rupees(99_999.99),
};

const names = [
  "Asha Stores",
  "The Very Best Fresh Vegetables, Fruits and Household Goods of Indiranagar",
  "Señor “Café” – l’été à Malmö…",
  "[Rao] {Sons} ~ ^Fresh^ | €-Shop \\ 24",
  "Hari 🍅 Fresh 👩‍🌾",
  "हरि ताज़ी सब्ज़ियाँ",
  "ಆಶಾ ಸ್ಟೋರ್ಸ್",
  "हरि Fresh",
  "🍅🍅🍅",
  "A\nB\tC",
  "₹99 Store",
  "24/7",
];

const templates = Object.keys(smsTemplates) as SmsTemplateName[];

function written(name: SmsTemplateName, of: string, brand: SmsOrigin["brand"] = origin.brand) {
  const { name: cut, words } = smsTemplates[name];
  const link = words.en.includes("/o/") ? orderToken : stopToken;
  return smsText(name, { ...longest, link, [cut.value]: of } as never, { ...origin, brand });
}

const registered: readonly Language[] = ["hi-IN", "kn-IN"];
const inLanguage = (locale: Language) => ({ name: "MohallaMart", locale, textLanguages: registered });

describe.each(templates)("the text of %s", (name) => {
  it.each(names)("is one segment, and each value has at most 30 characters, for %j", (of) => {
    const { text, template } = written(name, of);
    const counted = new SegmentedMessage(text);
    expect([counted.encodingName, counted.segmentsCount]).toEqual(["GSM-7", 1]);
    for (const value of Object.values(template.values)) expect(value.length).toBeLessThanOrEqual(30);
    expect(text).not.toMatch(/##|\{web|\{brand|₹/);
  });

  it("reads as its registered text does with its values", () => {
    const { text, template } = written(name, "Asha Stores");
    const filled = smsTemplates[name].words.en
      .replace("{brand}", "MohallaMart")
      .replace("{web}", "https://mohallamart.example")
      .replace(/##(\w+)##/g, (_all, value) => template.values[value] ?? "");
    expect(text).toBe(filled);
  });
});

const everyText = templates.flatMap((name) => registered.map((language) => ({ name, language })));

/** Operators have 67 characters of Unicode a part: fixed text, our address and a link are more than one by themselves. */
describe.each(everyText)("the text of $name in $language", ({ name, language }) => {
  it.each(names)("is two segments at most, and each value has at most 30 characters, for %j", (of) => {
    const { text, template } = written(name, of, inLanguage(language));
    const counted = new SegmentedMessage(text);
    expect(counted.encodingName).toBe("UCS-2");
    expect(counted.segmentsCount).toBeLessThanOrEqual(2);
    for (const value of Object.values(template.values)) expect(value.length).toBeLessThanOrEqual(30);
    expect(text).not.toMatch(/##|\{web|\{brand|\n/);
    expect(text).toMatch(language === "hi-IN" ? /\p{Script=Devanagari}/u : /\p{Script=Kannada}/u);
  });

  it("is an instance of its own registered text, whose values are among the English one's", () => {
    const { text, template } = written(name, "Asha Stores", inLanguage(language));
    expect(template.name).toBe(`${name}.${language}`);
    const filled = smsTemplates[name].words[codeOf(language)]
      .replace("{brand}", "MohallaMart")
      .replace("{web}", "https://mohallamart.example")
      .replace(/##(\w+)##/g, (_all, value: string) => template.values[value] ?? "?");
    expect(text).toBe(filled);
    expect(Object.keys(written(name, "Asha Stores").template.values)).toEqual(
      expect.arrayContaining(Object.keys(template.values)),
    );
  });
});

it("keeps the name as its shop writes it, where Unicode can", () => {
  const { template } = written("order-packed", "हरि ताज़ी सब्ज़ियाँ", inLanguage("kn-IN"));
  expect(template.values.shop).toBe("हरि ताज़ी सब्ज़ियाँ");
});

it("is the registered English text where the reader's language is registered with nobody", () => {
  const brand = { name: "MohallaMart", locale: "kn-IN" };
  expect(written("order-packed", "Asha Stores", brand)).toEqual(written("order-packed", "Asha Stores"));
  const onlyHindi: readonly Language[] = ["hi-IN"];
  const { template } = written("order-packed", "Asha Stores", { ...brand, textLanguages: onlyHindi });
  expect(template.name).toBe("order-packed");
});

it.each([
  ["Señor “Café” – l’été", 'Señor "Café" - l\'été'],
  ["₹ 1,250.00 and ₹5", "Rs 1,250.00 and Rs 5"],
  ["Ḥari ā ç Ł🍅", "Hari a c"],
  ["a\n b", "a b"],
  ["[{€}]", "[{€}]"],
])("%j is %j in GSM-7", (text, plain) => {
  expect(gsmText(text)).toBe(plain);
});

it.each([
  ["हरि ताज़ी सब्ज़ियाँ", "Your shop"],
  ["हरि Fresh", "Fresh"],
  ["🍅🍅", "Your shop"],
  ["24/7", "24/7"],
  ["Hari 🍅 Fresh", "Hari Fresh"],
])("a shop named %j is %j in a text", (shop, as) => {
  expect(written("order-packed", shop).template.values.shop).toBe(as);
});

it("a name gives way before anything else does, between characters", () => {
  const { text, template } = written("order-delivered", "Asha Sri Venkateswara Stores");
  expect(template.values).toMatchObject({ order: longest.order, link: orderToken });
  expect("Asha Sri Venkateswara Stores".startsWith(template.values.shop ?? "none")).toBe(true);
  expect(template.values.shop?.length).toBeGreaterThan(15);
  expect(text.endsWith(`https://mohallamart.example/o/${orderToken}`)).toBe(true);
});

it("characters of the extension table count twice, and one outside of GSM-7 makes segments of 70", () => {
  expect([segmentsOf("a".repeat(160)), segmentsOf("a".repeat(161))]).toEqual([1, 2]);
  expect([segmentsOf("€".repeat(80)), segmentsOf("€".repeat(81))]).toEqual([1, 2]);
  expect([segmentsOf("₹".repeat(70)), segmentsOf("₹".repeat(71))]).toEqual([1, 2]);
});
