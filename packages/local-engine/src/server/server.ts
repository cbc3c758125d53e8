import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { BusyError } from "../core/busy-error.ts";
import { StorageError } from "../core/storage-error.ts";
import type { Engine } from "../engine/engine.ts";
import { createDevApi } from "./dev-api.ts";
import { type Keys, limitBody, requireKeys } from "./doors.ts";
import { createEventApi, type EventApiOptions } from "./event-api.ts";
import { createFeatureApi } from "./feature-api.ts";
import { refuse, refuseBusy } from "./responses.ts";
import { createRestApi } from "./rest-api.ts";
import { refuseCrossSite } from "./same-site.ts";
import { createSdkApi } from "./sdk-api.ts";
import { serveUpgrades } from "./websockets.ts";

export interface HttpApiOptions extends EventApiOptions {
  version: string;
  /** The name that the server listens on; requests under other public names are refused. */
  host?: string;
  /** Routes that see to it themselves who may use them, mounted first. */
  open?: Hono[];
  /** More routes, mounted last. */
  extra?: Hono[];
  /** Without them everybody who reaches the server may do everything, as on a developer's machine. */
  keys?: Keys | undefined;
}

/** The engine's whole HTTP interface; each concern is a hono app of its own. */
export function createHttpApi(
  engine: Engine,
  { version, host, open = [], extra = [], virtualTime = false, keys }: HttpApiOptions,
): Hono {
  const app = new Hono();
  app.use(refuseCrossSite(host), limitBody);
  for (const concern of open) app.route("/", concern);
  if (keys) app.use(requireKeys(keys));
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
  app.onError((error, context) => {
    if (BusyError.isInstance(error)) return refuseBusy(context, error);
    return refuse(context, StorageError.isInstance(error) ? 503 : 500, error.message);
  });
  return app;
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
