import { expect, it } from "vitest";
import { oneSignalReports } from "./onesignal.ts";

const secret = "a-secret-of-20-letters";
const reports = oneSignalReports({ secret });
const url = "https://mohallamart.example/api/webhooks/onesignal";
const headers = new Headers({ authorization: `Bearer ${secret}` });
const read = (kind: string) =>
  reports.read({ url, headers, body: JSON.stringify({ kind, message_id: "n1", timestamp: 1_793_527_200 }) });

it.each([
  ["message.push.received", "delivered"],
  ["message.push.failed", "undelivered"],
])("%s is %s", (kind, state) => {
  expect(read(kind)).toEqual([
    { messageId: "n1", channel: "push", state, endsAddress: false, at: "2026-11-01T10:00:00.000Z" },
  ]);
});

it.each(["message.push.sent", "message.push.clicked"])("nothing is read of %s", (kind) => {
  expect(read(kind)).toEqual([]);
});
