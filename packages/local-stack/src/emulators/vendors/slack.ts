import * as z from "zod";
import type { SentMessage } from "../outbox.ts";
import { defineVendor, type EmulatorState, type VendorEmulator } from "../vendor.ts";
import { startUpstream } from "./upstream.ts";

const token = "xoxb-local-emulator";
const channel = "alerts";

/**
 * `emulate`'s emulator plus what it leaves out: refusing tokens it does not know, messages in the outbox, and the limit
 * of about one message a second (docs.slack.dev/apis/web-api/rate-limits).
 */
export const slack = defineVendor({
  connection: { token, channel },
  environment: (url) => ({ SLACK_BOT_TOKEN: token, SLACK_ALERT_CHANNEL: channel, SLACK_BASE_URL: url }),
  start,
});

const postedSchema = z.object({ ok: z.literal(true), ts: z.string(), channel: z.string() });
const textSchema = z.object({ text: z.string().default("") });
const blockSchema = z.looseObject({ text: textSchema.optional() });
const messageSchema = textSchema.extend({ channel: z.string(), blocks: z.array(blockSchema).default([]) });

async function start({ outbox }: EmulatorState): Promise<VendorEmulator> {
  const upstream = await startUpstream("slack", {
    slack: {
      channels: [{ name: channel, topic: "What needs a look" }],
      tokens: [{ token, type: "bot", scopes: ["chat:write"] }],
    },
  });

  async function post(request: Request): Promise<Response> {
    const body = await request.text();
    const answer = await upstream.forward(request, body);
    const result: unknown = await answer.clone().json();
    const posted = postedSchema.safeParse(result);
    if (posted.success) await outbox.record([toMessage(posted.data, body)]);
    return answer;
  }

  return {
    limit: { requests: 1, window: 1_000 },
    errorBody: (status) => ({ ok: false, error: errorOf(status) }),
    async handle(request) {
      // Slack answers 200 to refusals.
      if (request.headers.get("authorization") !== `Bearer ${token}`) {
        return Response.json({ ok: false, error: "invalid_auth" });
      }
      const { pathname } = new URL(request.url);
      return pathname === "/api/chat.postMessage" ? post(request) : upstream.forward(request);
    },
    reset: upstream.reset,
    close: upstream.close,
  };
}

function errorOf(status: number): string {
  if (status === 429) return "ratelimited";
  return status >= 500 ? "internal_error" : "invalid_arguments";
}

/** The emulator behind accepted `body`, so it is a message in JSON. */
function toMessage({ ts, channel: id }: z.infer<typeof postedSchema>, body: string): SentMessage {
  const message = messageSchema.parse(JSON.parse(body));
  const shown = message.blocks.slice(1).map((block) => block.text?.text ?? "");
  return {
    id: ts,
    vendor: "slack",
    channel: "chat",
    at: new Date().toISOString(),
    to: `#${message.channel}`,
    subject: unescaped(message.text),
    text: unescaped(shown.join("\n\n")),
    resource: { ts, ...message, channel: id },
  };
}

/** As a reader sees it. */
function unescaped(text: string): string {
  const links = text.replace(/<([^|>]+)\|([^>]+)>/g, "$2: $1");
  return links.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
