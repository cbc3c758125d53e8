import twilio from "twilio";
import { notGenuine, notReadable } from "../internal/unread-report.ts";
import type { DeliveryReport, DeliveryReports, OwnersWord } from "./port.ts";

export interface TwilioReportsOptions {
  /** The account's primary auth token, with which Twilio signs. */
  authToken: string;
}

/** What the owner of a number sent, or that nobody has it: twilio.com/docs/api/errors. */
const optedOut = "21610";
const nobodysNumber: ReadonlySet<string> = new Set(["30005", "30006"]);

/** What Twilio itself takes for STOP and START: twilio.com/docs/messaging/features/opt-out */
const stops: ReadonlySet<string> = new Set(
  "STOP STOPALL UNSUBSCRIBE CANCEL END QUIT OPTOUT REVOKE".split(" "),
);
const starts: ReadonlySet<string> = new Set("START YES UNSTOP".split(" "));

/**
 * Twilio's status callbacks, signed over the callback's address and all parameters, and what people text to the number
 * when the same address is told of that. Neither carries a time, and none comes for a message that is queued.
 */
export function twilioReports({ authToken }: TwilioReportsOptions): DeliveryReports {
  return {
    read({ url, body, headers }) {
      const parameters = Object.fromEntries(new URLSearchParams(body));
      const signature = headers.get("x-twilio-signature") ?? "";
      if (!twilio.validateRequest(authToken, signature, url, parameters)) throw notGenuine("twilio");
      const { MessageSid: messageId, MessageStatus: status, To: address, ErrorCode: code = "" } = parameters;
      if (!messageId) throw notReadable("twilio");
      if (parameters.SmsStatus === "received") return wordOf(messageId, parameters);
      if (!status) throw notReadable("twilio");
      const outcome = outcomeOf(status, code);
      if (!outcome) return [];
      return [{ messageId, channel: "sms", address, at: new Date().toISOString(), ...outcome }];
    },
  };
}

/** `OptOutType` is Twilio's own reading, where an account has that switched on. */
function wordOf(
  messageId: string,
  { From: address, Body = "", OptOutType }: Record<string, string>,
): OwnersWord[] {
  const word = (OptOutType ?? Body).trim().toUpperCase();
  if (!address || !(stops.has(word) || starts.has(word))) return [];
  return [{ channel: "sms", messageId, address, wants: starts.has(word) }];
}

function outcomeOf(status: string, code: string): Pick<DeliveryReport, "state" | "endsAddress"> | undefined {
  if (status === "delivered" || status === "read") return { state: "delivered", endsAddress: false };
  if (status !== "undelivered" && status !== "failed") return undefined;
  if (code === optedOut) return { state: "opted-out", endsAddress: true };
  return { state: "undelivered", endsAddress: nobodysNumber.has(code) };
}
