import { Webhook } from "standardwebhooks";
import * as z from "zod";
import type { Outbox } from "../outbox.ts";
import { defineVendor, type EmulatorState, type VendorEmulator } from "../vendor.ts";
import { parcelReports } from "./parcel-reports.ts";

const secrets = {
  crm: `whsec_${btoa("crm partner of the local stack")}`,
  accounting: `whsec_${btoa("accounting partner of the local stack")}`,
  delivery: `whsec_${btoa("delivery partner of the local stack")}`,
};

/** The delivery partner signs with another one than it is signed to. */
const statusSecret = `whsec_${btoa("delivery partner of the local stack, reporting")}`;

/**
 * The partners that take our signed webhooks, one under each path (`/crm`, …). They check signatures and the age of a
 * message as standardwebhooks.com asks, and take a repeated `webhook-id` once. The delivery partner reports by itself what
 * it is told to at `/delivery/parcels`.
 */
export const partners = defineVendor({
  connection: { secrets, statusSecret },
  environment: (url) => ({
    ...Object.fromEntries(
      Object.entries(secrets).flatMap(([name, secret]) => [
        [`${name.toUpperCase()}_WEBHOOK_URL`, `${url}/${name}`],
        [`${name.toUpperCase()}_WEBHOOK_SECRET`, secret],
      ]),
    ),
    DELIVERY_STATUS_SECRET: statusSecret,
  }),
  start,
});

const messageSchema = z.looseObject({ type: z.string(), timestamp: z.iso.datetime(), data: z.unknown() });

async function start({ outbox, parcelWebhookUrl: url }: EmulatorState): Promise<VendorEmulator> {
  const reports = parcelReports({ url, secret: statusSecret, outbox });
  return {
    errorBody: (status) => ({ error: `The partner answers ${status}.` }),
    async handle(request) {
      const name = new URL(request.url).pathname.slice(1);
      if (request.method === "POST" && name === "delivery/parcels") return reports.tell(request);
      const secret = new Map(Object.entries(secrets)).get(name);
      if (request.method !== "POST" || !secret) return refuse(404, "There is no such partner.");
      return take(name, secret, request, outbox);
    },
    reset: () => {},
    close: reports.close,
  };
}

async function take(name: string, secret: string, request: Request, outbox: Outbox): Promise<Response> {
  const body = await request.text();
  const content = verified(new Webhook(secret), body, request.headers);
  if (content === undefined) return refuse(401, "The signature is missing, wrong or too old.");
  const message = messageSchema.safeParse(content);
  if (!message.success) return refuse(400, "The message has no type, timestamp and data.");
  const id = request.headers.get("webhook-id") ?? "";
  const isRepeated = outbox.find("partners", id) !== undefined;
  await outbox.record([
    {
      id,
      vendor: "partners",
      channel: "webhook",
      at: new Date().toISOString(),
      to: name,
      subject: message.data.type,
      text: JSON.stringify(message.data, null, 2),
      resource: { ...message.data },
    },
  ]);
  return Response.json({ status: isRepeated ? "known" : "taken" });
}

/** The signed content; undefined when it is not from us, too old, or no JSON. */
function verified(webhook: Webhook, body: string, headers: Headers): unknown {
  try {
    return webhook.verify(body, Object.fromEntries(headers));
  } catch {
    return undefined;
  }
}

function refuse(status: number, error: string): Response {
  return Response.json({ error }, { status });
}
