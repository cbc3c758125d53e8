import { randomBytes } from "node:crypto";

/** Twilio's own words (twilio.com/docs/messaging/features/opt-out); it sends nothing to who said STOP until they say START. */
const stops = new Set("STOP STOPALL UNSUBSCRIBE CANCEL END QUIT OPTOUT REVOKE".split(" "));
const starts = new Set("START YES UNSTOP".split(" "));

/** What people text to the account's number. @param tell gives it to the address that the account has for that */
export function inboundTexts(
  { accountSid, from: to }: { accountSid: string; from: string },
  tell: (parameters: Record<string, string>) => void,
) {
  const optedOut = new Set<string>();
  return {
    async receive(request: Request): Promise<Response> {
      const { From = "", Body = "" } = Object.fromEntries(new URLSearchParams(await request.text()));
      const word = Body.trim().toUpperCase();
      if (stops.has(word)) optedOut.add(From);
      if (starts.has(word)) optedOut.delete(From);
      const sid = `SM${randomBytes(16).toString("hex")}`;
      const ids = { AccountSid: accountSid, ApiVersion: "2010-04-01", MessageSid: sid, SmsSid: sid };
      tell({ ...ids, Body, From, To: to, NumMedia: "0", NumSegments: "1", SmsStatus: "received" });
      return new Response(null, { status: 204 });
    },
    hasOptedOut: (number: string) => optedOut.has(number),
    reset: () => optedOut.clear(),
  };
}
