import { guessLanguage, isLanguage, type Language } from "@org/stores/mohallamart/words/languages";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { cookieOptions } from "../http/cookie-options.ts";
import { ownCookie } from "../http/own-cookie.ts";
import { isMarketPage } from "../http/product-at.ts";
import { requestedPathHeader } from "../http/requested-path.ts";
import { currentPerson } from "../session/current-person.ts";
import { ifAvailable } from "../storefront/unavailable.ts";
import { mohallaMart } from "../stores.ts";

const cookieName = () => ownCookie("language");
/** Seconds: a year. */
const maxAge = 365 * 24 * 60 * 60;

/**
 * In which the current reader reads MohallaMart: a customer's account, then what was chosen in this browser, then what the
 * browser asks for. Once for each request.
 */
export const currentLanguage = cache(async (): Promise<Language> => {
  const account = await ifAvailable(languageOfAccount);
  if (account) return account;
  const chosen = (await cookies()).get(cookieName())?.value;
  return isLanguage(chosen) ? chosen : guessLanguage((await headers()).get("accept-language"));
});

/** What the document is written in, whichever product the address is of. */
export async function documentLanguage(): Promise<Language> {
  const path = (await headers()).get(requestedPathHeader) ?? "/";
  const [pathname = "/"] = path.split("?");
  return isMarketPage(pathname) ? currentLanguage() : "en-IN";
}

/** Only in a server action or a route handler. */
export async function keepLanguage(language: Language): Promise<void> {
  (await cookies()).set(cookieName(), language, cookieOptions(maxAge));
}

async function languageOfAccount(): Promise<Language | undefined> {
  const person = await currentPerson();
  if (person?.role !== "customer") return undefined;
  const language = (await mohallaMart().preferences.get(person.id))?.language;
  return isLanguage(language) ? language : undefined;
}
