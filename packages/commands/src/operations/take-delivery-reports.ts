import type { DeliveryReport } from "@org/integrations/delivery-reports/port";
import type { DeliveryReportBook } from "@org/stores/delivery-reports/port";
import type { Outcome } from "../outcome.ts";

/** Books what a vendor reports of messages that it took. When it throws, nothing was booked and it has to come again. */
export function takeDeliveryReports({ deliveryReports }: { deliveryReports: DeliveryReportBook }) {
  return async (reports: readonly DeliveryReport[]): Promise<Outcome<{ taken: number }, never>> => {
    await deliveryReports.take(reports);
    return { ok: true, taken: reports.length };
  };
}
