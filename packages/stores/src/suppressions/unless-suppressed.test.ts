import { failureOf, personal } from "@org/integrations/contracts";
import type { EmailSender } from "@org/integrations/email/port";
import { IntegrationError } from "@org/integrations/error";
import type { SmsSender } from "@org/integrations/sms/port";
import { beforeEach, expect, it, vi } from "vitest";
import { testDatabase } from "../testing/database.ts";
import { postgresSuppressions } from "./postgres.ts";
import { emailUnlessSuppressed, smsUnlessSuppressed, suppressed } from "./unless-suppressed.ts";

const { pool } = await testDatabase();
const suppressions = postgresSuppressions(pool);
const sendEmail = vi.fn<EmailSender["send"]>();
const sendBatch = vi.fn<EmailSender["sendBatch"]>();
const sendSms = vi.fn<SmsSender["send"]>();
const email = emailUnlessSuppressed({ send: sendEmail, sendBatch }, suppressions);
const sms = smsUnlessSuppressed({ send: sendSms }, suppressions);

const letter = (to: string) => ({ to, subject: "Hello", html: "<p>Hello</p>", text: "Hello", key: "hello" });
const text = { to: personal.phone, body: "Hello", key: "hello" };

beforeEach(async () => {
  await pool.query("truncate platform.suppressions");
  sendEmail.mockReset().mockResolvedValue({ messageId: "re_1" });
  sendBatch.mockReset().mockImplementation(async (emails) => emails.map(({ to }) => ({ messageId: to })));
  sendSms.mockReset().mockResolvedValue({ messageId: "SM1" });
});

it("an email to a suppressed address is not sent, with a reason that quotes nobody", async () => {
  await suppressions.add({ channel: "email", address: personal.email, reason: "bounced" });
  const error = await failureOf(email.send(letter(`${personal.name} <${personal.email}>`)));
  expect(error).toMatchObject({ kind: "final", code: suppressed, aboutRecipient: true });
  expect(error.message).toContain("bounced");
  expect(sendEmail).not.toHaveBeenCalled();
  await suppressions.lift("email", personal.email);
  expect(await email.send(letter(personal.email))).toEqual({ messageId: "re_1" });
});

it("of a batch those to suppressed addresses are refused, and the others keep their places", async () => {
  await suppressions.add({ channel: "email", address: "b@example.com", reason: "complained" });
  const to = ["a@example.com", "b@example.com", "c@example.com"];
  expect(await email.sendBatch(to.map(letter), "batch")).toEqual([
    { messageId: "a@example.com" },
    { refused: expect.stringContaining("complained") },
    { messageId: "c@example.com" },
  ]);
});

it("of a batch to suppressed addresses alone the vendor is asked nothing", async () => {
  await suppressions.add({ channel: "email", address: "b@example.com", reason: "bounced" });
  expect(await email.sendBatch([letter("b@example.com")], "batch")).toEqual([
    { refused: expect.stringContaining("bounced") },
  ]);
  expect(sendBatch).not.toHaveBeenCalled();
});

it("a number about which its vendor refused is not tried again, until that is lifted", async () => {
  const refused = new IntegrationError("STOP", {
    port: "sms",
    vendor: "twilio",
    kind: "final",
    code: "21610",
    aboutRecipient: true,
  });
  sendSms.mockRejectedValueOnce(refused);
  expect(await failureOf(sms.send(text))).toBe(refused);
  expect(await failureOf(sms.send(text))).toMatchObject({ code: suppressed });
  expect(sendSms).toHaveBeenCalledTimes(1);
  await suppressions.lift("sms", personal.phone);
  expect(await sms.send(text)).toEqual({ messageId: "SM1" });
});

it("a refusal about the account suppresses nobody", async () => {
  const refused = new IntegrationError("No.", { port: "sms", vendor: "twilio", kind: "final" });
  sendSms.mockRejectedValueOnce(refused);
  await failureOf(sms.send(text));
  expect(await sms.send(text)).toEqual({ messageId: "SM1" });
});
