import type { Product } from "@org/commands/sessions/person";
import { wordsIn } from "@org/stores/mohallamart/words/catalogue";
import type { Language } from "@org/stores/mohallamart/words/languages";
import { productHead } from "../design/product-head.ts";
import { maximumBodyBytes } from "./body-limit.ts";
import { refusalPageWords } from "./refusal-words.ts";
import type { Refusal } from "./refusals.ts";

interface RefusalPageOptions {
  product: Product;
  /** Of the page's content security policy. */
  nonce: string;
  language: Language;
}

function wayOn(product: Product, language: Language): string {
  if (product === "ten-ocean") return '<a href="/ten-ocean">To the tenant portal</a>';
  return `<a href="/">${wordsIn(refusalPageWords, language).say("toShops")}</a>`;
}

/** A refusal as a page; self-contained, since no route renders it. */
export function refusalPage(refusal: Refusal, options: RefusalPageOptions): Response {
  const { status, headers } = refusal;
  return new Response(refusalHtml(refusal, options), {
    status,
    headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store", ...headers },
  });
}

export function refusalHtml(refusal: Refusal, { product, nonce, language }: RefusalPageOptions): string {
  const { title, message } = sayRefused(refusal, language);
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${productHead[product].name}</title>
<style nonce="${nonce}">
  :root { color-scheme: light dark; }
  body { font: 1.125rem/1.5 system-ui, sans-serif; max-width: 34rem; margin: 15vh auto 0; padding: 0 1.25rem; }
  h1 { font-size: 1.75rem; line-height: 1.2; }
</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${message}</p>
<p>${wayOn(product, language)}</p>
</main>
</body>
</html>
`;
}

/** For programs. */
export function refusalJson({ title, message }: Refusal): string {
  return JSON.stringify({ error: `${title}. ${message}` });
}

/** The same for a form that was sent by script: Next makes an error with this text of it, see `app/error.tsx`. */
export function refusalText({ status, title, message, headers }: Refusal): Response {
  return new Response(`${title}. ${message}`, {
    status,
    headers: { "content-type": "text/plain", "cache-control": "no-store", ...headers },
  });
}

/** What was wrong and what to do next, in the reader's language. */
export function sayRefused({ name }: Refusal, language: Language): Pick<Refusal, "title" | "message"> {
  const { say } = wordsIn(refusalPageWords, language);
  const message = name === "tooLarge" ? say(name, { size: maximumBodyBytes / 1024 }) : say(name);
  return { title: say(`${name}Title`), message };
}
