import type { Product } from "@org/commands/sessions/person";
import { productHead } from "../design/product-head.ts";
import type { Refusal } from "./refusals.ts";

interface RefusalPageOptions {
  product: Product;
  /** Of the page's content security policy. */
  nonce: string;
}

const waysOn: Record<Product, string> = {
  mohallamart: '<a href="/">Go to the shops</a>',
  "ten-ocean": '<a href="/ten-ocean">To the tenant portal</a>',
};

/** A refusal as a page; self-contained, since no route renders it. */
export function refusalPage(refusal: Refusal, options: RefusalPageOptions): Response {
  const { status, headers } = refusal;
  return new Response(refusalHtml(refusal, options), {
    status,
    headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store", ...headers },
  });
}

export function refusalHtml({ title, message }: Refusal, { product, nonce }: RefusalPageOptions): string {
  return `<!doctype html>
<html lang="en">
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
<p>${waysOn[product]}</p>
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
