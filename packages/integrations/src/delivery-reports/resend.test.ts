import { expect, it } from "vitest";
import { failureOf } from "../contracts/failure.ts";
import { svixHeaders } from "./resend.bench.ts";
import { resendReports } from "./resend.ts";

const secret = `whsec_${Buffer.from("a secret of 24 bytes ...").toString("base64")}`;
const reports = resendReports({ secret });
const url = "https://mohallamart.example/api/webhooks/resend";
const at = "2026-11-01T10:00:00.000Z";
const data = { email_id: "re_1", to: ["asha@example.com"], from: "orders@mohallamart.example" };

const read = (event: object, signedAt?: Date) => {
  const body = JSON.stringify(event);
  return reports.read({ url, body, headers: svixHeaders(secret, body, signedAt) });
};

it.each([
  ["email.delivered", {}, "delivered", false],
  ["email.bounced", { bounce: { type: "Permanent", subType: "General" } }, "bounced", true],
  ["email.bounced", { bounce: { type: "Transient", subType: "MailboxFull" } }, "bounced", false],
  ["email.complained", {}, "complained", true],
  ["email.suppressed", { suppressed: { type: "OnAccountSuppressionList" } }, "bounced", true],
  ["email.failed", { failed: { reason: "reached_daily_quota" } }, "undelivered", false],
])("%s %j is %s, and ends the address: %s", (type, about, state, endsAddress) => {
  expect(read({ type, created_at: at, data: { ...data, ...about } })).toEqual([
    { messageId: "re_1", channel: "email", state, address: "asha@example.com", endsAddress, at },
  ]);
});

it.each([
  { type: "email.sent", created_at: at, data },
  { type: "email.opened", created_at: at, data },
  { type: "contact.created", created_at: at, data: { id: "c1" } },
])("nothing is read of what nobody needs: $type", (event) => {
  expect(read(event)).toEqual([]);
});

it.each([
  { type: "email.delivered" },
  { type: "email.delivered", created_at: "yesterday", data },
  { type: "email.delivered", created_at: at, data: { to: [] } },
])("%j is not readable", async (event) => {
  const error = await failureOf(Promise.resolve().then(() => read(event)));
  expect(error).toMatchObject({ kind: "final", status: 400 });
});

it("what was signed long ago is refused: somebody may have kept it", async () => {
  const old = new Date(Date.now() - 3_600_000);
  const event = { type: "email.delivered", created_at: at, data };
  const error = await failureOf(Promise.resolve().then(() => read(event, old)));
  expect(error).toMatchObject({ kind: "final", status: 401 });
});
