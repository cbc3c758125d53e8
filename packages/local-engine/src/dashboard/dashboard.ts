import { Hono } from "hono";
import { createEventApi } from "../server/event-api.ts";
import { createActionApi } from "./action-api.ts";
import { createBulkApi } from "./bulk-api.ts";
import { createChangeStream } from "./change-stream.ts";
import { createInsightApi } from "./insight-api.ts";
import type { DashboardOptions } from "./options.ts";
import { createPages } from "./pages.ts";
import { createReadApi } from "./read-api.ts";
import { createRealtimeStream } from "./realtime-stream.ts";
import { createSessions } from "./session.ts";

/** The web page of the dev server, at `/`, and the API behind it, under `/dashboard/api`. */
export function createDashboard(options: DashboardOptions): Hono {
  const api = new Hono();
  api.use(async (context, next) => {
    await next();
    context.header("cache-control", "no-store");
    context.header("cross-origin-resource-policy", "same-origin");
  });
  const sessions = createSessions(options.signingKey);
  api.route("/", sessions.routes);
  api.use(sessions.required);
  api.route("/send", createEventApi(options.engine));
  api.route("/", createReadApi(options));
  api.route("/", createInsightApi(options));
  api.route("/", createBulkApi(options));
  api.route("/", createActionApi(options));
  api.route("/", createChangeStream(options));
  api.route("/", createRealtimeStream(options));
  return new Hono().route("/dashboard/api", api).route("/", createPages());
}
