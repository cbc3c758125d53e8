import type { Refusal } from "./refusals.ts";

/** A refusal as a page; self-contained, since no route renders it. */
export function refusalPage(refusal: Refusal, nonce: string): Response {
  const { status, title, message, headers } = refusal;
  const body = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · MohallaMart</title>
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
<p><a href="/">Go to the shops</a></p>
</main>
</body>
</html>
`;
  return new Response(body, {
    status,
    headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store", ...headers },
  });
}

/** The same for a form that was sent by script: Next makes an error with this text of it, see `app/error.tsx`. */
export function refusalText({ status, title, message, headers }: Refusal): Response {
  return new Response(`${title}. ${message}`, {
    status,
    headers: { "content-type": "text/plain", "cache-control": "no-store", ...headers },
  });
}
