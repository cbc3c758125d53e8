import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { Hono, type MiddlewareHandler } from "hono";
import { StorageError } from "../core/storage-error.ts";
import type { Engine } from "../engine/engine.ts";
import { hashSigningKey } from "../protocol/signature.ts";
import { createDevApi } from "./dev-api.ts";
import { createEventApi, type EventApiOptions } from "./event-api.ts";
import { createFeatureApi } from "./feature-api.ts";
import { refuse } from "./responses.ts";
import { createRestApi } from "./rest-api.ts";
import { refuseCrossSite } from "./same-site.ts";
import { createSdkApi } from "./sdk-api.ts";
import { serveUpgrades } from "./websockets.ts";

export interface HttpApiOptions extends EventApiOptions {
  version: string;
  /** The name that the server listens on; requests under other public names are refused. */
  host?: string;
  /** More routes, mounted last. */
  extra?: Hono[];
  /** Asked of those who call the API of apps and runs, as a bearer token hashed the SDK's way. */
  signingKey?: string | undefined;
}

/** The engine's whole HTTP interface; each concern is a hono app of its own. */
export function createHttpApi(
  engine: Engine,
  { version, host, extra = [], virtualTime = false, signingKey }: HttpApiOptions,
): Hono {
  const app = new Hono();
  app.use(refuseCrossSite(host));
  if (signingKey !== undefined)
    for (const path of ["/fn/*", "/v0/*", "/v1/*"]) app.use(path, requireKey(signingKey));
  const concerns = [
    createEventApi(engine, { virtualTime }),
    createSdkApi(engine),
    createRestApi(engine),
    createDevApi(engine, version),
    createFeatureApi(engine),
    ...extra,
  ];
  for (const concern of concerns) app.route("/", concern);
  app.notFound((context) =>
    refuse(context, 404, `nothing answers ${context.req.method} ${context.req.path}.`),
  );
  app.onError((error, context) => refuse(context, StorageError.isInstance(error) ? 503 : 500, error.message));
  return app;
}

/** Those who connect here bring a token that the engine gave to somebody with the key. */
const opensWithToken = new Set(["/v1/realtime/connect", "/v0/connect/gateway"]);

function requireKey(signingKey: string): MiddlewareHandler {
  const expected = `Bearer ${hashSigningKey(signingKey)}`;
  return async (context, next) => {
    if (opensWithToken.has(context.req.path)) return next();
    if (context.req.header("authorization") !== expected) {
      return refuse(
        context,
        401,
        "the signing key is missing or wrong; set INNGEST_SIGNING_KEY to the engine's key.",
      );
    }
    return next();
  };
}

export interface ListeningServer {
  /** The port in use, also when 0 was asked for. */
  port: number;
  url: string;
  close(): Promise<void>;
}

/**
 * Listens on a host and port. Rejects when the port is taken.
 * @param port 0 takes a free one.
 */
export function listen(app: Hono, { host, port }: { host: string; port: number }): Promise<ListeningServer> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: host, port }, (address: AddressInfo) => {
      resolve({
        port: address.port,
        url: `http://${host.includes(":") ? `[${host}]` : host}:${address.port}`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            if ("closeAllConnections" in server) server.closeAllConnections();
          }),
      });
    });
    server.on("error", reject);
    serveUpgrades(server, app);
  });
}
