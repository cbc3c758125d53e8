import { randomUUID } from "node:crypto";
import { Webhook } from "standardwebhooks";
import * as z from "zod";
import type { Outbox } from "../outbox.ts";
import { reportSender } from "./report-sender.ts";

interface ParcelReportsOptions {
  /** Without it, nothing is told. */
  url: string | undefined;
  secret: string;
  outbox: Outbox;
}

const reportSchema = z.object({
  orderId: z.string().trim().min(1),
  status: z.enum(["picked-up", "out-for-delivery", "delivered", "attempt-failed"]),
  reason: z.string().optional(),
  trackingNumber: z.string().optional(),
});

/** What the delivery partner tells by itself: each twice, and again while it is not answered with 2xx. */
export function parcelReports({ url, secret, outbox }: ParcelReportsOptions) {
  const sender = reportSender([0, 5_000, 300_000]);
  const webhook = new Webhook(secret);

  function send(target: string, data: z.output<typeof reportSchema>): void {
    const now = new Date();
    const id = `msg_${randomUUID().replaceAll("-", "")}`;
    const resource = { type: "parcel.updated", timestamp: now.toISOString(), data };
    const body = JSON.stringify(resource);
    const headers = (at: Date) => ({
      "content-type": "application/json",
      "webhook-id": id,
      "webhook-timestamp": String(Math.floor(at.getTime() / 1_000)),
      "webhook-signature": webhook.sign(id, at, body),
    });
    const message = { id, vendor: "partners", channel: "webhook", at: now.toISOString() } as const;
    void outbox.record([
      { ...message, to: target, subject: resource.type, text: JSON.stringify(resource, null, 2), resource },
    ]);
    for (let copy = 0; copy < 2; copy += 1) sender.send({ url: target, headers, body });
  }

  return {
    /** Takes what is to be told: `{ orderId, status, reason?, trackingNumber? }`. */
    async tell(request: Request): Promise<Response> {
      const report = reportSchema.safeParse(await request.json().catch(() => undefined));
      if (!report.success) return Response.json({ error: z.prettifyError(report.error) }, { status: 400 });
      if (!url) return Response.json({ error: "The partner has no address to report to." }, { status: 409 });
      send(url, report.data);
      return Response.json({ status: "told" }, { status: 202 });
    },
    close: sender.close,
  };
}
