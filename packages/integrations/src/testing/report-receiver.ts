import type { ReportRequest } from "../delivery-reports/contract.ts";
import { webhookReceiver } from "./webhook-receiver.ts";

/** Our side of the vendors' reports, which keeps what arrives. */
export async function reportReceiver() {
  const requests: ReportRequest[] = [];
  const receiver = await webhookReceiver((request) => {
    requests.push(request);
  });
  return { url: receiver.url, requests: () => requests, stop: receiver.stop };
}
