import { messageUndelivered } from "@org/events/operations/message-undelivered";
import type { VendorReport } from "@org/integrations/delivery-reports/port";
import type { DeliveryReportBook, LostMessage } from "@org/stores/delivery-reports/port";
import type { Outcome } from "../outcome.ts";

/**
 * Books what a vendor tells by itself: what became of messages that it took, and who wants none. When it throws, nothing
 * was booked and it has to come again.
 */
export function takeDeliveryReports({ deliveryReports }: { deliveryReports: DeliveryReportBook }) {
  return async (reports: readonly VendorReport[]): Promise<Outcome<{ taken: number }, never>> => {
    await deliveryReports.take(reports, { emit: (lost) => lost.flatMap(eventOf) });
    return { ok: true, taken: reports.length };
  };
}

/** The same report that comes twice is one event. */
function eventOf({ messageId, channel, state }: LostMessage) {
  if (state === "delivered") return [];
  const id = `${messageUndelivered.event}:${channel}:${messageId}:${state}`;
  return [messageUndelivered.create({ messageId, channel, state }, { id })];
}
