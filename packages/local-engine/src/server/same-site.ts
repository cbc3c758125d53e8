import { isIP } from "node:net";
import type { MiddlewareHandler } from "hono";
import { refuse } from "./responses.ts";

const readingMethods = new Set(["GET", "HEAD", "OPTIONS"]);
const ownFetchSites = new Set(["same-origin", "none"]);
const reservedNames = /(^|\.)(localhost|test|internal|local)$/;

/**
 * Keeps web pages of other origins from driving the engine through a visitor's browser. A `Host` that someone else's
 * DNS could point here is refused (rebinding), and so is a change that another origin's page asks for. Programs such
 * as SDKs send neither an `Origin` nor `Sec-Fetch-Site` and pass.
 * @param ownHost the name the server was told to listen on, trusted as well.
 */
export function refuseCrossSite(ownHost?: string): MiddlewareHandler {
  return async (context, next) => {
    const host = context.req.header("host") ?? new URL(context.req.url).host;
    if (!isTrustedHost(host, ownHost)) {
      return refuse(context, 403, `the host "${host}" is not this engine's. Use its address or "localhost".`);
    }
    if (!readingMethods.has(context.req.method)) {
      const site = context.req.header("sec-fetch-site");
      const origin = context.req.header("origin");
      if ((site !== undefined && !ownFetchSites.has(site)) || !isOwnOrigin(origin, host)) {
        const from = origin === undefined ? "another site" : `"${origin}"`;
        return refuse(context, 403, `a page of ${from} may not change anything here. Send from a server.`);
      }
    }
    return next();
  };
}

function isTrustedHost(host: string, ownHost: string | undefined): boolean {
  if (!URL.canParse(`http://${host}`)) return false;
  const { hostname } = new URL(`http://${host}`);
  const name = hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
  return isIP(name) !== 0 || !name.includes(".") || reservedNames.test(name) || name === ownHost;
}

function isOwnOrigin(origin: string | undefined, host: string): boolean {
  return origin === undefined || origin === `http://${host}` || origin === `https://${host}`;
}
