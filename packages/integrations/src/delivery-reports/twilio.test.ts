import { expect, it } from "vitest";
import { twilioCallback } from "./twilio.bench.ts";
import { twilioReports } from "./twilio.ts";

const authToken = "a-token";
const reports = twilioReports({ authToken });
const url = "https://mohallamart.example/api/webhooks/twilio";
const to = "+919800000001";

const read = (parameters: Record<string, string>) => {
  const body = new URLSearchParams({ MessageSid: "SM1", To: to, ...parameters }).toString();
  return reports.read(twilioCallback(authToken, url, body));
};

it.each([
  [{ MessageStatus: "delivered" }, "delivered", false],
  [{ MessageStatus: "undelivered", ErrorCode: "30007" }, "undelivered", false],
  [{ MessageStatus: "undelivered", ErrorCode: "30005" }, "undelivered", true],
  [{ MessageStatus: "failed", ErrorCode: "30006" }, "undelivered", true],
  [{ MessageStatus: "failed", ErrorCode: "21610" }, "opted-out", true],
])("%j is %s, and ends the number: %s", (parameters, state, endsAddress) => {
  expect(read(parameters)).toEqual([
    { messageId: "SM1", channel: "sms", state, address: to, endsAddress, at: expect.any(String) },
  ]);
});

it.each(["queued", "sending", "sent", "accepted"])("nothing is read of %s", (MessageStatus) => {
  expect(read({ MessageStatus })).toEqual([]);
});
