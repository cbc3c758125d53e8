import { isFailure } from "@org/commands/refusal";
import type { DeliveryReports, VendorReport } from "@org/integrations/delivery-reports/port";
import { operationsCommands } from "#src/commands.ts";
import { env } from "#src/env.ts";
import { readBody } from "#src/http/request-body.ts";
import { log } from "#src/log.ts";
import { deliveryReportsOf } from "#src/vendors.ts";

/** What vendors tell by themselves about messages. Most of them tell it again while the answer is not 2xx. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/api/webhooks/[vendor]">,
): Promise<Response> {
  const { vendor } = await params;
  const reader = deliveryReportsOf(vendor);
  if (!reader) return answer(404);
  const body = await readBody(request);
  if (!body) return answer(413);
  const reports = read(reader, request, new TextDecoder().decode(body));
  if (typeof reports === "number") return answer(reports);
  try {
    await operationsCommands().takeDeliveryReports(reports);
    return answer(200);
  } catch (error) {
    log.error({ error, vendor }, "delivery reports could not be booked yet");
    return answer(503);
  }
}

/** @returns the status that refuses the request, when it is not one of the vendor's. */
function read(reader: DeliveryReports, request: Request, body: string): VendorReport[] | 400 | 401 {
  // As the vendor was given it: what stands before us may have another name.
  const { pathname, search } = new URL(request.url);
  try {
    return reader.read({ url: `${env.WEB_URL}${pathname}${search}`, body, headers: request.headers });
  } catch (error) {
    const isUnsigned = isFailure(error, { port: "delivery-reports", status: 401 });
    if (!isUnsigned && !isFailure(error, { port: "delivery-reports", status: 400 })) throw error;
    log.warn({ error }, "a delivery report was refused");
    return isUnsigned ? 401 : 400;
  }
}

function answer(status: number): Response {
  return new Response(null, { status });
}
