import * as z from "zod";
import { isSecret, notGenuine, notReadable, parsedJson } from "../internal/unread-report.ts";
import type { DeliveryReport, DeliveryReports, ReportedState } from "./port.ts";

export interface OneSignalReportsOptions {
  /** What the event stream's `Authorization` header carries after `Bearer `. */
  secret: string;
}

const eventSchema = z.object({
  kind: z.string(),
  message_id: z.string().min(1),
  timestamp: z.coerce.number(),
});

const states: ReadonlyMap<string, ReportedState> = new Map<string, ReportedState>([
  ["message.push.received", "delivered"],
  ["message.push.failed", "undelivered"],
]);

/** OneSignal's event stream (documentation.onesignal.com/docs/event-streams), whose body and header its owner writes. */
export function oneSignalReports({ secret }: OneSignalReportsOptions): DeliveryReports {
  return {
    read({ body, headers }) {
      const authorization = headers.get("authorization") ?? "";
      if (!isSecret(authorization, `Bearer ${secret}`)) throw notGenuine("onesignal");
      const { data: event } = eventSchema.safeParse(parsedJson(body));
      const at = new Date((event?.timestamp ?? Number.NaN) * 1_000);
      if (!event || Number.isNaN(at.getTime())) throw notReadable("onesignal");
      const state = states.get(event.kind);
      if (!state) return [];
      const report: DeliveryReport = {
        messageId: event.message_id,
        channel: "push",
        state,
        endsAddress: false,
        at: at.toISOString(),
      };
      return [report];
    },
  };
}
