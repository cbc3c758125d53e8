import { Hono } from "hono";
import { createActionApi } from "./action-api.ts";
import { createChangeStream } from "./change-stream.ts";
import type { DashboardOptions } from "./options.ts";
import { createPages } from "./pages.ts";
import { createReadApi } from "./read-api.ts";
import { createRealtimeStream } from "./realtime-stream.ts";

/** The web page of the dev server, at `/`, and the API behind it, under `/dashboard/api`. */
export function createDashboard(options: DashboardOptions): Hono {
  const api = new Hono();
  api.use(async (context, next) => {
    await next();
    context.header("cache-control", "no-store");
    context.header("cross-origin-resource-policy", "same-origin");
  });
  api.route("/", createReadApi(options));
  api.route("/", createActionApi(options));
  api.route("/", createChangeStream(options));
  api.route("/", createRealtimeStream(options));
  return new Hono().route("/dashboard/api", api).route("/", createPages());
}
