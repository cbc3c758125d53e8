import * as z from "zod";
import { isSecret, notGenuine, notReadable, parsedJson } from "../internal/unread-report.ts";
import type { DeliveryReport, DeliveryReports } from "./port.ts";

export interface Msg91ReportsOptions {
  /** The `secret` in the webhook's address: MSG91 signs nothing. */
  secret: string;
}

const requestsSchema = z.array(
  z.object({
    requestId: z.string().min(1),
    report: z.array(
      z.object({
        number: z.string(),
        status: z.coerce.string(),
        date: z.string(),
        CRQID: z.string().optional(),
      }),
    ),
  }),
);

/** MSG91's states; it has no other for the time until the operator answers (msg91.com/help/webhooks). */
const outcomes: ReadonlyMap<string, Pick<DeliveryReport, "state" | "endsAddress">> = new Map([
  ["1", { state: "delivered", endsAddress: false }],
  ["2", { state: "undelivered", endsAddress: false }],
  ["9", { state: "undelivered", endsAddress: false }],
  ["16", { state: "undelivered", endsAddress: false }],
  ["25", { state: "undelivered", endsAddress: false }],
  ["17", { state: "opted-out", endsAddress: true }],
]);

/** MSG91's webhook in its version 2: a form with several requests' reports as JSON, with times of India. */
export function msg91Reports({ secret }: Msg91ReportsOptions): DeliveryReports {
  return {
    read({ url, body }) {
      if (!isSecret(URL.parse(url)?.searchParams.get("secret") ?? "", secret)) throw notGenuine("msg91");
      const data = new URLSearchParams(body).get("data");
      const { data: requests } = requestsSchema.safeParse(parsedJson(data ?? ""));
      if (!requests) throw notReadable("msg91");
      return requests.flatMap(({ requestId, report }) =>
        report.flatMap(({ number, status, date, CRQID }): DeliveryReport[] => {
          const outcome = outcomes.get(status);
          const at = timeInIndia(date);
          if (!outcome || at === undefined) return [];
          const reference = CRQID === undefined || CRQID === "0" ? {} : { reference: CRQID };
          return [
            { messageId: requestId, channel: "sms", address: `+${number}`, at, ...reference, ...outcome },
          ];
        }),
      );
    },
  };
}

/** Of `2026-11-01 10:00:00`. */
function timeInIndia(date: string): string | undefined {
  const time = Date.parse(`${date.replace(" ", "T")}+05:30`);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
