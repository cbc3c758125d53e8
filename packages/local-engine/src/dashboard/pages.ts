import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Context, Hono } from "hono";
import { refuse } from "../server/responses.ts";

const contentTypes = new Map([
  ["app.js", "text/javascript; charset=utf-8"],
  ["theme.js", "text/javascript; charset=utf-8"],
  ["style.css", "text/css; charset=utf-8"],
  ["icon.svg", "image/svg+xml"],
]);

/** Addresses that the client turns into views; each answers the same document. */
const viewPaths = [
  "/",
  "/events/:id?",
  "/runs/:id?",
  "/functions/:id?",
  "/metrics/:id?",
  "/cascade/:id",
  "/realtime",
  "/send",
];

const securityHeaders = {
  "content-security-policy": [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join("; "),
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};

/** The document and its files, read from the built package once. */
export function createPages(): Hono {
  const app = new Hono();
  const files = new Map<string, Buffer>();
  const read = (name: string) => {
    const content = files.get(name) ?? readClientFile(name);
    files.set(name, content);
    return content;
  };
  let page: string | undefined;

  for (const path of viewPaths) {
    app.get(path, (context) => {
      page ??= createDocument((name) => fingerprint(read(name)));
      return context.html(page, 200, { ...securityHeaders, "cache-control": "no-cache" });
    });
  }
  app.get("/dashboard/:file", (context) => answerFile(context, context.req.param("file"), read));
  return app;
}

function answerFile(context: Context, name: string, read: (name: string) => Buffer): Response {
  const type = contentTypes.get(name);
  if (type === undefined) return refuse(context, 404, `the dashboard has no file "${name}".`);
  const headers = {
    ...securityHeaders,
    "content-type": type,
    "cache-control": "public, max-age=31536000, immutable",
  };
  return new Response(new Uint8Array(read(name)), { headers });
}

const requireFromHere = createRequire(import.meta.url);

/** The package's `imports` map finds the built client from the source and from `dist` alike. */
function readClientFile(name: string): Buffer {
  const path = requireFromHere.resolve(`#dashboard-client/${name}`);
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new Error(`the dashboard's ${name} is missing. Build the package first.`, { cause });
  }
}

function fingerprint(content: Buffer): string {
  return createHash("sha256").update(content).digest("hex").slice(0, 12);
}

function createDocument(fingerprintOf: (name: string) => string): string {
  const address = (name: string) => `/dashboard/${name}?v=${fingerprintOf(name)}`;
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>local-engine</title>
    <link rel="icon" href="${address("icon.svg")}">
    <link rel="stylesheet" href="${address("style.css")}">
    <script src="${address("theme.js")}"></script>
    <script type="module" src="${address("app.js")}"></script>
  </head>
  <body>
    <div id="app"></div>
    <noscript>This page needs JavaScript. The same data is under <a href="/v1/events">/v1/events</a>.</noscript>
  </body>
</html>
`;
}
