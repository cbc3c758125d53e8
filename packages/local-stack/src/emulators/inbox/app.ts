import { type Context, Hono } from "hono";
import { streamSSE } from "hono/streaming";
import type { Control } from "../control.ts";
import type { Listeners } from "../listeners.ts";
import type { Outbox } from "../outbox.ts";
import { addAdminRoutes } from "./admin.ts";
import { messagesScript, vendorsScript } from "./browser-scripts.ts";
import { emailDocument, inboxPage } from "./page.ts";
import { vendorsPage } from "./vendors-page.ts";

export interface InboxOptions {
  outbox: Outbox;
  control: Control;
  /** Hears of every request to a vendor and of every change of what it will meet. */
  watchVendors: Listeners["watch"];
}

const pagePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; script-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'";
/** An email may show inlined pictures and open links in a new tab, nothing else: no script, no request. */
const emailPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox allow-popups allow-popups-to-escape-sandbox";
const localNames = new Set(["127.0.0.1", "localhost", "[::1]"]);

const javascript = { "content-type": "text/javascript; charset=utf-8" };

/** The pages and the JSON API for sent messages and for what the vendors do, and the routes that inject faults. */
export function inboxApp({ outbox, control, watchVendors }: InboxOptions): Hono {
  const app = new Hono();
  // A page of another site that points its own name at 127.0.0.1 must not read messages or inject faults.
  app.use(async (context, next) => {
    if (!localNames.has(new URL(context.req.url).hostname)) return context.text("Unknown host", 421);
    return next();
  });

  app.get("/", (context) => {
    const { channel, message } = context.req.query();
    const messages = newestFirst(outbox, { channel });
    return context.html(inboxPage({ messages, channel, selected: message }), 200, {
      "content-security-policy": pagePolicy,
    });
  });
  app.get("/vendors", (context) =>
    context.html(vendorsPage(control.state()), 200, { "content-security-policy": pagePolicy }),
  );
  app.get("/messages.js", (context) => context.body(messagesScript, 200, javascript));
  app.get("/vendors.js", (context) => context.body(vendorsScript, 200, javascript));
  app.get("/changes", (context) => changes(context, outbox.watch));
  app.get("/vendors/changes", (context) => changes(context, watchVendors));
  app.get("/messages", (context) => context.json({ data: newestFirst(outbox, context.req.query()) }));
  app.get("/messages/:vendor/:id", (context) => {
    const sent = outbox.find(context.req.param("vendor"), context.req.param("id"));
    return sent ? context.json({ data: sent }) : context.json({ error: "No such message." }, 404);
  });
  app.get("/messages/:vendor/:id/html", (context) => {
    const sent = outbox.find(context.req.param("vendor"), context.req.param("id"));
    if (!sent?.html) return context.text("This message has no HTML part.", 404);
    return context.html(emailDocument(sent.html), 200, { "content-security-policy": emailPolicy });
  });
  addAdminRoutes(app, control);
  return app;
}

/** An event for each change, until the page is closed. */
function changes(context: Context, watch: Listeners["watch"]): Response {
  return streamSSE(context, async (stream) => {
    const stop = watch(() => void stream.writeSSE({ data: "changed" }));
    await new Promise<void>((closed) => stream.onAbort(closed));
    stop();
  });
}

function newestFirst(outbox: Outbox, filter: { channel?: string; to?: string; vendor?: string }) {
  return outbox
    .all()
    .filter(({ channel, to, vendor }) => {
      const here = { channel, to, vendor };
      return (["channel", "to", "vendor"] as const).every(
        (name) => !filter[name] || filter[name] === here[name],
      );
    })
    .toReversed();
}
