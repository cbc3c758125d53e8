import { cutText } from "@org/events/text";
import type { FailureKind } from "../error.ts";
import { fieldOf, httpCaller } from "../internal/http/call.ts";
import type { Alert, AlertSender } from "./port.ts";

export interface SlackAlertsOptions {
  /** A bot token with the scope `chat:write`. */
  token: string;
  /** The channel's id or name. */
  channel: string;
  /** Default: Slack's API. */
  baseUrl?: string;
  /** Milliseconds for one call; default 10,000. */
  timeout?: number;
}

/** Answers after which "some aspect of the operation" may have succeeded (docs.slack.dev, chat.postMessage, errors). */
const unknownOutcome = new Set(["fatal_error", "internal_error", "request_timeout", "service_unavailable"]);

/**
 * Alerts in a Slack channel, through `chat.postMessage`, which answers 200 to a refusal too and has no idempotency key.
 * Slack's own client is left out for its queue and retries, and because its errors carry the whole answer.
 */
export function slackAlerts({
  token,
  channel,
  baseUrl = "https://slack.com",
  timeout = 10_000,
}: SlackAlertsOptions): AlertSender {
  const http = httpCaller({
    port: "alerts",
    vendor: "slack",
    name: "Slack",
    action: "post an alert",
    timeout,
    idempotent: false,
    codeOf: (body) => fieldOf(body, "error"),
  });

  return {
    async send(alert) {
      const answer = await http.postForJson({
        url: `${baseUrl}/api/chat.postMessage`,
        headers: { authorization: `Bearer ${token}` },
        body: JSON.stringify({ channel, ...content(alert), unfurl_links: false }),
      });
      const [ok, ts, code] = [fieldOf(answer, "ok"), fieldOf(answer, "ts"), fieldOf(answer, "error")];
      if (ok === true && typeof ts === "string" && ts !== "") return { messageId: ts };
      const what = ok === false ? "refused" : "gave an answer of an unknown form";
      throw http.failure(what, ok === false ? kindOf(code) : "ambiguous", { status: 200, code });
    },
  };
}

function kindOf(code: unknown): FailureKind {
  if (code === "ratelimited") return "retryable";
  return typeof code !== "string" || unknownOutcome.has(code) ? "ambiguous" : "final";
}

/** `text` is what notifications show; the blocks are what the channel shows. */
function content({ severity, title, text, url }: Alert) {
  const heading = `[${severity}] ${title}`;
  const link = url ? [section(`<${escaped(url).replaceAll("|", "%7C")}|Open>`)] : [];
  return {
    text: escaped(heading),
    blocks: [
      { type: "header", text: { type: "plain_text", text: cutText(heading, 150) } },
      section(cutText(escaped(text), 3000)),
      ...link,
    ],
  };
}

function section(text: string) {
  return { type: "section", text: { type: "mrkdwn", text } };
}

/** The three characters that Slack reads as markup of its own. */
function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
