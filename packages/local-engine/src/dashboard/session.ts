import { createHmac, timingSafeEqual } from "node:crypto";
import { type Context, Hono, type MiddlewareHandler } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import * as z from "zod";
import { hashSigningKey } from "../protocol/signature.ts";
import { readJson, refuse } from "../server/responses.ts";
import type { Session } from "./api-types.ts";

const signInSchema = z.object({ key: z.string() });

export interface Sessions {
  /** Signing in and out, and the question whether that is needed: the routes that need no key. */
  routes: Hono;
  /** Lets pass who signed in, and programs that send the key as SDKs do. */
  required: MiddlewareHandler;
}

/**
 * The page asks for the signing key once and gets a cookie, which scripts cannot read and the browser forgets when it is
 * closed. It is derived from the key, so that it outlives a restart of the engine and ends with the key. A cookie and
 * no header, because a browser's stream of events (`EventSource`) sends no headers.
 */
export function createSessions(signingKey: string | undefined): Sessions {
  const routes = new Hono();
  const name = `local-engine-${derive(signingKey, "cookie name").slice(0, 12)}`;
  const value = derive(signingKey, "cookie value");
  const bearer = signingKey === undefined ? "" : `Bearer ${hashSigningKey(signingKey)}`;
  const isSignedIn = (context: Context) =>
    signingKey === undefined ||
    isSame(getCookie(context, name), value) ||
    isSame(context.req.header("authorization"), bearer);

  routes.get("/session", (context) => {
    const session: Session = { required: signingKey !== undefined, signedIn: isSignedIn(context) };
    return context.json(session);
  });

  routes.post("/sign-in", async (context) => {
    const body = await readJson(context, signInSchema);
    if (!body.ok) return body.response;
    if (signingKey !== undefined && !isSame(body.value.key.trim(), signingKey)) {
      return refuse(context, 401, "this is not the engine's signing key.");
    }
    const secure = new URL(context.req.url).protocol === "https:";
    setCookie(context, name, value, { httpOnly: true, sameSite: "Strict", path: "/dashboard/api", secure });
    return context.json({});
  });

  routes.post("/sign-out", (context) => {
    deleteCookie(context, name, { path: "/dashboard/api" });
    return context.json({});
  });

  return {
    routes,
    required: async (context, next) => {
      if (isSignedIn(context)) return next();
      return refuse(context, 401, "sign in with the engine's signing key.");
    },
  };
}

function derive(signingKey: string | undefined, purpose: string): string {
  return createHmac("sha256", signingKey ?? "")
    .update(`local-engine dashboard ${purpose}`)
    .digest("hex");
}

/** Takes equally long for every text of the wanted length. */
function isSame(given: string | undefined, wanted: string): boolean {
  const bytes = Buffer.from(given ?? "");
  const expected = Buffer.from(wanted);
  return bytes.length === expected.length && timingSafeEqual(bytes, expected);
}
