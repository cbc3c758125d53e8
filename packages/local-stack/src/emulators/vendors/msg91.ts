import { randomUUID } from "node:crypto";
import * as z from "zod";
import type { SentMessage } from "../outbox.ts";
import { defineVendor, type EmulatorState, type VendorEmulator } from "../vendor.ts";
import { registeredIds, registeredTexts, whyDropped } from "./indian-operators.ts";
import { type Report, reportSender } from "./report-sender.ts";

const authKey = "000000msg91localemulator";
const webhookSecret = "msg91localwebhooksecret";
const templates = registeredIds;

/**
 * MSG91's flow API (docs.msg91.com/sms): registered templates with placeholders, no idempotency, and refusals that
 * come with status 200. It publishes no rate limit. What operators drop later is refused at once: `whyDropped`.
 */
export const msg91 = defineVendor({
  connection: { authKey, templates, webhookSecret },
  environment: (url) => ({
    MSG91_AUTH_KEY: authKey,
    MSG91_TEMPLATES: Object.entries(templates)
      .map(([name, id]) => `${name}=${id}`)
      .join(","),
    MSG91_BASE_URL: url,
    MSG91_WEBHOOK_SECRET: webhookSecret,
  }),
  start,
});

type Recipient = { mobiles: string } & Record<string, unknown>;

const flowSchema = z.looseObject({
  template_id: z.string(),
  recipients: z.array(z.looseObject({ mobiles: z.string() })).min(1),
});

async function start({ outbox, reportsUrl, webUrl, now }: EmulatorState): Promise<VendorEmulator> {
  const reports = reportSender([0]);
  const registered = new Map(registeredTexts(webUrl).map((each) => [each.id, each]));
  async function send(request: Request): Promise<Response> {
    const parsed = flowSchema.safeParse(await request.json().catch(() => undefined));
    if (!parsed.success) return refuse("Invalid request", "400");
    const { template_id: templateId, recipients } = parsed.data;
    const template = registered.get(templateId);
    if (!template) return refuse("Template id missing or not approved", "211");
    const wrong = recipients.find(({ mobiles }) => !/^[1-9]\d{9,14}$/.test(mobiles));
    if (wrong) return refuse("Invalid mobile number", "202");
    const dropped = recipients
      .map(({ mobiles, CRQID: _, ...values }) =>
        whyDropped(mobiles, template, Object.values(values).map(String), now()),
      )
      .find((why) => why !== undefined);
    if (dropped) return refuse(dropped, "311");
    const id = randomUUID().replaceAll("-", "").slice(0, 24);
    await outbox.record(recipients.map((recipient, index) => toMessage(id, index, template.text, recipient)));
    if (reportsUrl) reports.send(reportOf(id, recipients, `${reportsUrl}/msg91?secret=${webhookSecret}`));
    return Response.json({ type: "success", message: id });
  }

  return {
    errorBody: (status) => errorBody(status, "The request was refused"),
    async handle(request) {
      if (request.headers.get("authkey") !== authKey) {
        return Response.json(errorBody(401, "Authentication failure"), { status: 401 });
      }
      const { pathname } = new URL(request.url);
      if (request.method === "POST" && /^\/api\/v5\/flow\/?$/.test(pathname)) return send(request);
      return Response.json(errorBody(404, "Not found"), { status: 404 });
    },
    reset: () => {},
    close: reports.close,
  };
}

/** Its webhook, version 2 (msg91.com/help/webhooks): a form, unsigned, with times of India. */
function reportOf(requestId: string, recipients: readonly Recipient[], url: string): Report {
  const date = new Date(Date.now() + 5.5 * 3_600_000).toISOString().slice(0, 19).replace("T", " ");
  const report = recipients.map(({ mobiles: number, CRQID = "0" }) => {
    const outcome = { status: "1", desc: "DELIVERED", failedReason: "" };
    return { date, number, CRQID: String(CRQID), ...outcome };
  });
  const request = { senderId: "MOHALA", requestId, report, userId: "000000", campaignName: "API" };
  const body = new URLSearchParams({ data: JSON.stringify([request]) }).toString();
  return { url, headers: () => ({ "content-type": "application/x-www-form-urlencoded" }), body };
}

/** A placeholder without a value becomes empty, as MSG91 does it. */
function toMessage(
  id: string,
  index: number,
  template: string,
  { mobiles, ...values }: Recipient,
): SentMessage {
  const text = template.replace(/##(\w+)##/g, (_all, name: string) => String(values[name] ?? ""));
  return {
    id: index === 0 ? id : `${id}-${index}`,
    vendor: "msg91",
    channel: "sms",
    at: new Date().toISOString(),
    to: `+${mobiles}`,
    text,
    resource: { requestId: id, mobiles, ...values },
  };
}

function refuse(message: string, code: string): Response {
  return Response.json({ type: "error", message, code });
}

function errorBody(status: number, message: string) {
  return { type: "error", message, code: String(status) };
}
