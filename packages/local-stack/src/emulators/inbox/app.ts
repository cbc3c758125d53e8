import { Hono } from "hono";
import { streamSSE } from "hono/streaming";
import { z } from "zod";
import { faultSchema } from "../faults.ts";
import type { Gateway } from "../gateway.ts";
import type { Outbox } from "../outbox.ts";
import { emailDocument, inboxPage } from "./page.ts";

export interface InboxOptions {
  outbox: Outbox;
  /** The running emulators by vendor name. */
  gateways: ReadonlyMap<string, Gateway>;
  limits: { enabled: boolean };
  reset(): Promise<void>;
}

const pagePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; script-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'";
/** An email may show inlined pictures and open links in a new tab, nothing else: no script, no request. */
const emailPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox allow-popups allow-popups-to-escape-sandbox";
const localNames = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** The page and the JSON API for sent messages, and the admin routes that inject faults. */
export function inboxApp({ outbox, gateways, limits, reset }: InboxOptions): Hono {
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
  app.get("/live.js", (context) =>
    context.body(liveScript, 200, { "content-type": "text/javascript; charset=utf-8" }),
  );
  app.get("/changes", (context) =>
    streamSSE(context, async (stream) => {
      const stop = outbox.watch(() => void stream.writeSSE({ data: "changed" }));
      await new Promise<void>((closed) => stream.onAbort(closed));
      stop();
    }),
  );
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
  addAdminRoutes(app, { gateways, limits, reset });
  return app;
}

function addAdminRoutes(app: Hono, { gateways, limits, reset }: Omit<InboxOptions, "outbox">): void {
  app.use("/admin/*", async (context, next) => {
    const isJson = context.req.header("content-type")?.startsWith("application/json");
    if (context.req.method !== "GET" && !isJson) {
      return context.json({ error: "Send a JSON body with content-type application/json." }, 415);
    }
    return next();
  });
  app.get("/admin/vendors", (context) => {
    const vendors = [...gateways].map(([name, { url, faults }]) => ({ name, url, faults: faults.pending() }));
    return context.json({ data: { vendors, rateLimits: limits.enabled } });
  });
  app.post("/admin/vendors/:vendor/fail-next", async (context) => {
    const gateway = gateways.get(context.req.param("vendor"));
    if (!gateway) return context.json({ error: `Vendors are ${[...gateways.keys()].join(", ")}.` }, 404);
    const fault = faultSchema.safeParse(await context.req.json().catch(() => undefined));
    if (!fault.success) return context.json({ error: z.prettifyError(fault.error) }, 400);
    gateway.faults.add(fault.data);
    return context.json({ data: gateway.faults.pending() }, 201);
  });
  app.put("/admin/rate-limits", async (context) => {
    const body = z
      .object({ enabled: z.boolean() })
      .safeParse(await context.req.json().catch(() => undefined));
    if (!body.success) return context.json({ error: z.prettifyError(body.error) }, 400);
    limits.enabled = body.data.enabled;
    return context.json({ data: limits });
  });
  app.post("/admin/reset", async (context) => {
    await reset();
    return context.json({ data: "empty" });
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

/** Replaces the list when something was sent; the open message stays as it is. */
const liveScript = `
new EventSource("/changes").onmessage = async () => {
  const answer = await fetch(location.href);
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const id of ["channels", "messages"]) document.getElementById(id).replaceWith(fresh.getElementById(id));
  if (document.getElementById("nothing")) location.reload();
};`;
