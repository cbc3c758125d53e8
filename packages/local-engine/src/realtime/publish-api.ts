import { type Context, Hono } from "hono";
import { ulid } from "ulid";
import * as z from "zod";
import { deepestJson, isDeeperThan } from "../core/well-formed.ts";
import { limitTo } from "../server/limit-to.ts";
import { readJson, refuse } from "../server/responses.ts";
import type { Publication, RealtimeHub } from "./hub.ts";
import { realtimeLimits } from "./limits.ts";
import type { SubscriptionTokens } from "./tokens.ts";

const name = z.string().min(1).max(realtimeLimits.nameLength);

const targetSchema = z.object({
  channel: name,
  topics: z.array(name).min(1, "at least one `topic` is needed").max(realtimeLimits.topicsPerRequest),
  runId: z.string().optional(),
});

/** What the SDK asks a token for. `kind` is the SDK's word for topics of any kind. */
const wantedTopicsSchema = z
  .array(z.object({ channel: name, name, kind: z.string().optional() }))
  .min(1, "at least one topic is needed")
  .max(realtimeLimits.topicsPerRequest);

type Target = z.infer<typeof targetSchema>;

/** `POST /v1/realtime/publish?channel&topic` and `POST /v1/realtime/token`. */
export function createPublishApi(hub: RealtimeHub, tokens: SubscriptionTokens): Hono {
  const app = new Hono();
  const tooLarge = limitTo(realtimeLimits.messageBytes, (context) =>
    refuse(context, 413, `the message is over the limit of ${realtimeLimits.messageBytes} bytes.`),
  );

  app.post("/v1/realtime/publish", async (context, next) => {
    const bearer = context.req.header("authorization")?.replace(/^Bearer /, "");
    if (bearer && (await tokens.read(bearer)).ok)
      return refuse(context, 403, "a subscription token lets its holder subscribe, not publish.");
    const isStream = context.req.header("content-type")?.startsWith("text/stream") ?? false;
    return isStream ? publishStream(hub, context) : next();
  });
  app.post("/v1/realtime/publish", tooLarge, async (context) => {
    const target = readTarget(context);
    if (!target.success) return refuseTarget(context, target.error);
    const data = toData(await context.req.text());
    if (isDeeperThan(data, deepestJson))
      return refuse(
        context,
        400,
        `the message lies more than ${deepestJson} levels deep; send a flatter one.`,
      );
    for (const publication of addressed(target.data, "data")) hub.publish({ ...publication, data });
    return context.json({ status: 200 });
  });

  app.post("/v1/realtime/token", async (context) => {
    const body = await readJson(context, wantedTopicsSchema);
    if (!body.ok) return body.response;
    const topics = body.value.map(({ channel, name }) => ({ channel, topic: name }));
    return context.json({ jwt: await tokens.issue(topics) });
  });
  app.all("/v1/realtime/token", (context) => {
    context.header("allow", "POST");
    return refuse(context, 405, "tokens are asked for with POST.");
  });
  return app;
}

/** Passes a body on as it comes in, chunk by chunk. A stream that breaks off is ended for those who follow it. */
async function publishStream(hub: RealtimeHub, context: Context): Promise<Response> {
  const target = readTarget(context);
  if (!target.success) return refuseTarget(context, target.error);
  const streamId = ulid();
  const publish = (kind: Publication["kind"], data: unknown) => {
    for (const publication of addressed(target.data, kind)) hub.publish({ ...publication, data, streamId });
  };
  publish("datastream-start", streamId);
  try {
    const decoder = new TextDecoder();
    for await (const bytes of context.req.raw.body ?? []) {
      const text = decoder.decode(bytes, { stream: true });
      if (text !== "") publish("chunk", text);
    }
  } catch {
    return refuse(context, 400, "the stream broke off before its end.");
  } finally {
    publish("datastream-end", streamId);
  }
  return context.json({ status: 200 });
}

function readTarget(context: Context) {
  return targetSchema.safeParse({
    channel: context.req.query("channel"),
    topics: context.req.queries("topic") ?? [],
    runId: context.req.query("run_id"),
  });
}

function refuseTarget(context: Context, error: z.ZodError): Response {
  return refuse(
    context,
    400,
    `a message is published with \`?channel=…&topic=…\`: ${z.prettifyError(error)}`,
  );
}

function addressed({ channel, topics, runId }: Target, kind: Publication["kind"]) {
  return topics.map((topic) => ({ kind, channel, topic, runId }));
}

/** The SDK sends texts as they are and everything else as JSON. */
function toData(text: string): unknown {
  if (text === "") return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
