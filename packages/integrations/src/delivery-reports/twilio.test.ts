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

it.each([
  [{ Body: "STOP" }, false],
  [{ Body: " stop\n" }, false],
  [{ Body: "Unsubscribe" }, false],
  [{ Body: "Start" }, true],
  [{ Body: "unstop" }, true],
  [{ Body: "Band karo", OptOutType: "STOP" }, false],
])("a text %j to our number is its owner's word: %s", (parameters, wants) => {
  const inbound = { MessageSid: "SM1", SmsStatus: "received", From: "+919800000002", ...parameters };
  expect(read(inbound)).toEqual([{ channel: "sms", messageId: "SM1", address: "+919800000002", wants }]);
});

it.each<Record<string, string>>([
  { Body: "Stop calling me please" },
  { Body: "HELP" },
  { Body: "" },
  { OptOutType: "HELP", Body: "STOP?" },
])("a text %j to our number says nothing of that", (parameters) => {
  expect(read({ MessageSid: "SM1", SmsStatus: "received", From: "+919800000002", ...parameters })).toEqual(
    [],
  );
});
