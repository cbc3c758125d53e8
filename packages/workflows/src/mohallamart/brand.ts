import { isLanguage, type Language, numberLocale } from "@org/stores/mohallamart/words/languages";

/**
 * In whose name the marketplace's workflows speak and reckon. Links begin with the port `webUrl`, and whom an email or a
 * text comes from is up to the ports that send it.
 */
export interface Brand {
  /** In subjects, texts and emails. */
  name: string;
  /** The language of emails, amounts and dates to whoever has chosen none, and of a new user; BCP 47. */
  locale: string;
  /** Those besides English in which text messages are registered with the operators; the others' readers get English. */
  textLanguages: readonly Language[];
  /** Of every amount; ISO 4217. */
  currency: string;
  /** Of the schedules, and of what a day is in reports and exports; IANA. */
  timeZone: string;
  /** Whose days they are, as the staff read it under the daily report. */
  country: string;
}

const mohallaMart: Brand = {
  name: "MohallaMart",
  locale: "en-IN",
  textLanguages: [],
  currency: "INR",
  timeZone: "Asia/Kolkata",
  country: "India",
};

/** By whose clock operators of India pass on promotional texts, whatever the brand's own is. */
export const operatorsTimeZone = "Asia/Kolkata";

/** The brand that the workflows were given; where it says nothing, MohallaMart. */
export function brandOf({ brand }: { brand?: Partial<Brand> } = {}): Brand {
  return { ...mohallaMart, ...brand };
}

/** The same as one reader reads it: in their language, where we speak it. */
export function brandFor(ports: { brand?: Partial<Brand> }, language: string | undefined): Brand {
  const brand = brandOf(ports);
  return isLanguage(language) ? { ...brand, locale: language } : brand;
}

/** An amount as a customer reads it: `₹1,250.00`. */
export function money(amount: number, { locale, currency }: Pick<Brand, "locale" | "currency">): string {
  return formatOf(numberLocale(locale), currency).format(amount);
}

/** Making one costs more than all that it writes in an order's messages. */
const formats = new Map<string, Intl.NumberFormat>();

function formatOf(locale: string, currency: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  const format = formats.get(key) ?? new Intl.NumberFormat(locale, { style: "currency", currency });
  formats.set(key, format);
  return format;
}
