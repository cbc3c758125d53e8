import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { type Context, Hono } from "hono";
import { cors } from "hono/cors";
import * as z from "zod";
import { openJsonLines } from "../json-lines.ts";
import type { SentMessage } from "../outbox.ts";
import { defineVendor, type EmulatorState, type VendorEmulator } from "../vendor.ts";
import { identityKey, provesUser } from "./onesignal-identity.ts";
import { type OneSignalUsers, oneSignalUsers, type Subscription } from "./onesignal-users.ts";
import { webSdk } from "./onesignal-web-sdk.ts";
import { type Report, reportSender } from "./report-sender.ts";

const appId = "0d7c5ab6-6f0e-4d6f-9a55-0c0a11c0ffee";
const apiKey = "os_v2_app_local_emulator";
const webhookSecret = "onesignal_local_webhook";

/**
 * Users with their subscriptions, and push notifications to external ids, as documented at
 * documentation.onesignal.com/reference, with its limit of 150 messages a second on the free plan.
 */
export const onesignal = defineVendor({
  connection: { appId, apiKey, webhookSecret },
  environment: (url) => ({
    NEXT_PUBLIC_ONESIGNAL_APP_ID: appId,
    ONESIGNAL_REST_API_KEY: apiKey,
    ONESIGNAL_BASE_URL: url,
    ONESIGNAL_WEBHOOK_SECRET: webhookSecret,
    ONESIGNAL_IDENTITY_KEY: identityKey,
  }),
  start,
});

const keyLifetime = 30 * 24 * 60 * 60 * 1000;
const uuidVersion3Or4 = /^[\da-f]{8}-[\da-f]{4}-[34][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i;

const notificationSchema = z.looseObject({
  app_id: z.literal(appId, "app_id not found"),
  target_channel: z.literal("push", "target_channel must be push"),
  include_aliases: z.object({ external_id: z.array(z.string().min(1)).min(1).max(20_000) }),
  contents: z.looseObject({ en: z.string("Notifications must have English language content").min(1) }),
  headings: z.looseObject({ en: z.string() }).optional(),
  url: z.url("url must be a valid URL").optional(),
  idempotency_key: z.string().regex(uuidVersion3Or4, "idempotency_key must be a v3 or v4 UUID").optional(),
});

type Notification = z.infer<typeof notificationSchema>;

interface KeyedAnswer {
  key: string;
  answer: object;
  /** Milliseconds since 1970. */
  at: number;
}

async function start(state: EmulatorState): Promise<VendorEmulator> {
  const { outbox, stateDir, pushUsers = [], verifiesPushUsers, now, reportsUrl } = state;
  const reports = reportSender([0, 1_000, 5_000]);
  const subscriptions = openJsonLines<Subscription>(stateDir && join(stateDir, "onesignal-users.jsonl"));
  const answers = openJsonLines<KeyedAnswer>(stateDir && join(stateDir, "onesignal-keys.jsonl"));
  const users = oneSignalUsers(subscriptions);
  await users.subscribe(pushUsers);
  const app = new Hono();
  // Browsers ask from the web app's pages.
  app.use(cors());
  app.route("/", webSdk(outbox, users));

  app.post("/notifications", async (context) => {
    if (context.req.header("authorization") !== `Key ${apiKey}`) return refuse(403, "Access denied.");
    const parsed = notificationSchema.safeParse(await jsonOf(context));
    if (!parsed.success) return refuse(400, parsed.error.issues[0]?.message ?? "Invalid notification");
    const { idempotency_key: key } = parsed.data;
    const earlier = answers.all().findLast((entry) => entry.key === key && entry.at > now() - keyLifetime);
    if (earlier) return Response.json(earlier.answer, { headers: { "idempotent-replayed": "true" } });
    const { answer, message } = deliver(parsed.data, users);
    if (message) {
      // The key is taken before anything is awaited, so that a concurrent repeat finds it.
      const keyed = key ? answers.append([{ key, answer, at: now() }]) : undefined;
      await Promise.all([keyed, outbox.record([message])]);
      if (reportsUrl) {
        for (const kind of ["message.push.sent", "message.push.received"])
          reports.send(eventOf(kind, message.id, `${reportsUrl}/onesignal`));
      }
    }
    return Response.json(answer);
  });
  app.get("/notifications", (context) => {
    if (context.req.header("authorization") !== `Key ${apiKey}`) return refuse(403, "Access denied.");
    if (context.req.query("app_id") !== appId) return refuse(400, "app_id not found");
    const limit = Number(context.req.query("limit") ?? 50);
    const sent = outbox.all().filter(({ vendor }) => vendor === "onesignal");
    const notifications = sent.map(({ resource }) => resource).reverse();
    return Response.json({
      total_count: sent.length,
      offset: 0,
      limit,
      notifications: notifications.slice(0, limit),
    });
  });
  app.get("/notifications/:id", (context) => {
    const sent = outbox.find("onesignal", context.req.param("id"));
    return sent ? Response.json(sent.resource) : refuse(404, "Notification not found");
  });
  app.post("/apps/:appId/users", async (context) => {
    if (context.req.param("appId") !== appId) return refuse(400, "app_id not found");
    const body = await jsonOf(context);
    const userId = linkedBy(body);
    const proof = context.req.header("authorization");
    if (verifiesPushUsers && userId && !(await provesUser(proof, { appId, userId, now: now() })))
      return refuse(401, "Invalid identity verification token");
    const user = await users.create(body);
    return user ? Response.json(user, { status: 201 }) : refuse(400, "Invalid user");
  });
  app.get("/apps/:appId/users/by/external_id/:userId", (context) => {
    const user = users.get(context.req.param("userId"));
    return user ? Response.json(user) : refuse(404, "User not found");
  });
  app.delete("/apps/:appId/users/by/external_id/:userId", (context) => {
    if (context.req.header("authorization") !== `Key ${apiKey}`) return refuse(403, "Access denied.");
    const { appId: app, userId } = context.req.param();
    if (app !== appId) return refuse(400, "app_id not found");
    if (!users.remove(userId)) return refuse(404, "User not found");
    return Response.json({ identity: { external_id: userId } });
  });
  app.notFound(() => refuse(404, "Not found"));

  return {
    limit: { requests: 150, window: 1_000 },
    errorBody,
    handle: async (request) => app.fetch(request),
    async reset() {
      subscriptions.clear();
      answers.clear();
      await users.subscribe(pushUsers);
    },
    close: reports.close,
  };
}

/** Whose device a request makes; undefined when it takes one away, which needs no proof. */
function linkedBy(body: unknown): string | undefined {
  const { identity, subscriptions } = Object(body);
  const isTakenAway =
    Array.isArray(subscriptions) && subscriptions.every((each) => Object(each).enabled === false);
  return isTakenAway ? undefined : String(Object(identity).external_id);
}

/** An event of a stream as our account has set it up (documentation.onesignal.com/docs/event-streams). */
function eventOf(kind: string, messageId: string, url: string): Report {
  const headers = { "content-type": "application/json", authorization: `Bearer ${webhookSecret}` };
  const event = { kind, message_id: messageId, timestamp: Math.floor(Date.now() / 1_000) };
  return { url, headers: () => headers, body: JSON.stringify(event) };
}

/** The documented 200 answers: sent, unknown users only, or users without a subscribed device only. */
function deliver(
  notification: Notification,
  users: OneSignalUsers,
): { answer: object; message?: SentMessage } {
  const addressed = notification.include_aliases.external_id;
  const reached = addressed.filter(users.isSubscribed);
  const unknown = addressed.filter((user) => !users.isKnown(user));
  const invalid = unknown.length > 0 ? { errors: { invalid_aliases: { external_id: unknown } } } : undefined;
  if (reached.length === 0) {
    return { answer: { id: "", ...(invalid ?? { errors: ["All included players are not subscribed"] }) } };
  }
  const id = randomUUID();
  return {
    answer: { id, external_id: null, ...invalid },
    message: toMessage(id, notification, reached),
  };
}

function toMessage(id: string, notification: Notification, users: string[]): SentMessage {
  const { contents, headings, url, data } = notification;
  const at = new Date();
  const seconds = Math.floor(at.getTime() / 1000);
  const counts = { successful: users.length, failed: 0, errored: 0, remaining: 0 };
  const times = { queued_at: seconds, completed_at: seconds };
  return {
    id,
    vendor: "onesignal",
    channel: "push",
    at: at.toISOString(),
    to: users.join(", "),
    subject: headings?.en,
    text: contents.en,
    resource: { id, app_id: appId, contents, headings, url, data, ...counts, ...times },
  };
}

function errorBody(status: number) {
  if (status === 429) return { errors: [{ code: "rate_limit_exceeded", title: "API rate limit exceeded." }] };
  return status >= 500
    ? { errors: [{ code: "internal_error", title: "Internal server error" }] }
    : { errors: [{ code: "bad_request", title: "The request was refused." }] };
}

function refuse(status: number, title: string): Response {
  return Response.json({ errors: [{ code: "bad_request", title }] }, { status });
}

async function jsonOf(context: Context): Promise<unknown> {
  return context.req.json().catch(() => undefined);
}
