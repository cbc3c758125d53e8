import { notificationSend } from "@org/events/mohallamart/notification-send";
import { pushIdOf } from "@org/integrations/push/port";
import { type Stack, startStack, subscribeDevice, textToTwilio } from "@org/local-stack";
import { demoStaff } from "@org/stores/demo-data/mohallamart";
import { mohallaMartStores } from "@org/stores/mohallamart/postgres";
import { postgresOutbox } from "@org/stores/outbox/postgres";
import { createPool, type Pool } from "@org/stores/postgres";
import { postgresSuppressions } from "@org/stores/suppressions/postgres";
import { Webhook } from "standardwebhooks";
import twilio from "twilio";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { addToCart, checkOut, newPerson, type Person } from "./customer.ts";
import { signIn } from "./sign-in.ts";
import { createVisitor, fillIn, type Visitor } from "./visitor.ts";

const shopId = "shop_789";
const staffEmail = demoStaff[0]?.email ?? "nobody";
const patience = { timeout: 20_000, interval: 20 };

let stack: Stack;
let pool: Pool;
let staff: Visitor;

beforeAll(async () => {
  stack = await startStack({ environment: process.env });
  pool = createPool({ databaseUrl: stack.urls.postgres });
  staff = createVisitor(stack.urls.web);
  await signIn(stack, staff, staffEmail, "/operations");
});

afterAll(async () => {
  await pool?.end();
  await stack?.stop();
});

async function order(customer: Visitor, person: Person): Promise<string> {
  const [product] = await mohallaMartStores(pool).products.list({ shopId });
  await addToCart(customer, product?.productId ?? "nothing to sell");
  return (await customer.send(await checkOut(customer, shopId, person))).path;
}

it("an order page and the console say that a confirmation was delivered, once its vendor has", async () => {
  const customer = createVisitor(stack.urls.web);
  const path = await order(customer, newPerson());
  const page = await vi.waitUntil(async () => {
    const found = await customer.open(path);
    const isTold = ["email", "SMS"].every((channel) => found.text.includes(`delivered by ${channel}`));
    return isTold && found;
  }, patience);
  expect(page.text).not.toContain("Confirmation sent by");
  const messages = await staff.open(`/operations/deliveries?subject=${path.split("/").at(-1)}`);
  const rows = messages.document.querySelectorAll('[data-delivery^="send-order-confirmation"]');
  expect(rows.map((row) => row.getAttribute("data-report"))).toEqual(["delivered", "delivered"]);
});

it("a notification over push, SMS and email is delivered over each, as its vendors report", async () => {
  const path = await order(createVisitor(stack.urls.web), newPerson());
  const orderId = path.split("/").at(-1) ?? "";
  const { orders, deliveries } = mohallaMartStores(pool);
  const { userId = "" } = (await orders.get(orderId)) ?? {};
  await subscribeDevice(stack.emulators.onesignal, pushIdOf("mohallamart", userId));
  const request = notificationSend.create({
    ...{ userId, type: "order.packed", channels: ["push", "sms", "email"], data: { orderId } },
  });
  await postgresOutbox(pool).send(request);
  const delivered = await vi.waitUntil(async () => {
    const told = (await deliveries.list({ subject: orderId })).filter(
      ({ workflow, report }) => workflow === "send-notification" && report?.state === "delivered",
    );
    return told.length === 3 && told;
  }, patience);
  expect(delivered.map(({ channel }) => channel).toSorted()).toEqual(["email", "push", "sms"]);
});

it("an address that bounced gets nothing more, until somebody lets it", async () => {
  const customer = createVisitor(stack.urls.web);
  const bouncing = { ...newPerson(), email: "bounced@resend.dev" };
  const path = await order(customer, bouncing);
  await vi.waitUntil(() => postgresSuppressions(pool).find("email", bouncing.email), patience);
  const failed = await vi.waitUntil(async () => {
    const page = await customer.open(path);
    return page.text.includes("could not be sent by email") && page;
  }, patience);
  expect(failed.text).toContain("Your order stands.");
  const sentBefore = stack.emulators.outbox().filter(({ to }) => to === bouncing.email).length;
  await order(customer, bouncing);
  await vi.waitUntil(async () => {
    const { rowCount } = await pool.query(
      "select from platform.deliveries where channel = 'email' and status = 'failed' and reason like '%gets nothing more%'",
    );
    return rowCount !== null && rowCount > 0;
  }, patience);
  expect(stack.emulators.outbox().filter(({ to }) => to === bouncing.email)).toHaveLength(sentBefore);

  const list = await staff.open("/operations/suppressed-addresses");
  expect(list.document.querySelector('[data-suppressed="email bounced 1"]')).not.toBeNull();
  expect(list.document.toString()).not.toContain(bouncing.email);
  const lift = fillIn(list, "input[name=address]", { address: bouncing.email, channel: "email" });
  expect((await staff.send(lift)).text).toContain("The address may be written to again.");
  expect(await postgresSuppressions(pool).find("email", bouncing.email)).toBeUndefined();
  expect((await staff.send(lift)).text).toContain("is not suppressed over that channel");
});

it("who texts STOP gets no more texts, until they text START", async () => {
  const person = newPerson();
  const { twilio } = stack.emulators;
  const from = `+91${person.phone.replaceAll(" ", "")}`;
  const suppressed = () => postgresSuppressions(pool).find("sms", from);
  await textToTwilio(twilio, { from, body: "STOP" });
  await vi.waitUntil(suppressed, patience);
  await order(createVisitor(stack.urls.web), person);
  await vi.waitUntil(async () => {
    const { rowCount } = await pool.query(
      "select from platform.deliveries where channel = 'sms' and status = 'failed' and reason like '%opted-out%'",
    );
    return rowCount !== null && rowCount > 0;
  }, patience);
  expect(stack.emulators.outbox().filter(({ to }) => to === from)).toEqual([]);
  await textToTwilio(twilio, { from, body: "start" });
  await vi.waitUntil(async () => (await suppressed()) === undefined, patience);
});

it.each([
  ["resend", 401],
  ["twilio", 401],
  ["msg91?secret=guessed-guessed-guessed", 401],
  ["onesignal", 401],
  ["nobody", 404],
  ["constructor", 404],
  ["__proto__", 404],
])("what %s did not sign is answered with %i", async (vendor, status) => {
  const answer = await fetch(`${stack.urls.web}/api/webhooks/${vendor}`, { method: "POST", body: "{}" });
  expect(answer.status).toBe(status);
});

it("what its vendor signed and nobody can read is answered with 400, and too much with 413", async () => {
  const { webhookSecret } = stack.emulators.onesignal;
  const post = (body: string) =>
    fetch(`${stack.urls.web}/api/webhooks/onesignal`, {
      method: "POST",
      headers: { authorization: `Bearer ${webhookSecret}` },
      body,
    });
  expect((await post("{}")).status).toBe(400);
  expect((await post(`"${"x".repeat(70_000)}"`)).status).toBe(413);
});

/** What a report is answered that a vendor signed by svix, with the id and the signature of its first try. */
function svixReport(body: string, { id, minutesAgo = 0 }: { id: string; minutesAgo?: number }) {
  const at = new Date(Date.now() - minutesAgo * 60_000);
  const signature = new Webhook(stack.emulators.resend.webhookSecret).sign(id, at, body);
  const headers = {
    "svix-id": id,
    "svix-timestamp": String(Math.floor(at.getTime() / 1_000)),
    "svix-signature": signature,
  };
  return async (sent = body) => {
    const url = `${stack.urls.web}/api/webhooks/resend`;
    return (await fetch(url, { method: "POST", headers, body: sent })).status;
  };
}

it("what its vendor signed counts once, for five minutes, and only as it was signed", async () => {
  const address = newPerson().email;
  const bounced = JSON.stringify({
    type: "email.bounced",
    created_at: "2026-11-01T10:00:00.000Z",
    data: { email_id: "re_again", to: [address], bounce: { type: "Permanent" } },
  });
  const suppressed = async () => (await postgresSuppressions(pool).find("email", address)) !== undefined;
  expect(await svixReport(bounced, { id: "msg_old", minutesAgo: 6 })()).toBe(401);
  const report = svixReport(bounced, { id: "msg_1" });
  expect(await report(bounced.replace("re_again", "re_other"))).toBe(401);
  expect(await suppressed()).toBe(false);
  expect(await Promise.all(Array.from({ length: 10 }, () => report()))).toEqual(Array(10).fill(200));
  expect(await suppressed()).toBe(true);
  await postgresSuppressions(pool).lift("email", address);
  expect([await report(), await svixReport(bounced, { id: "msg_1" })()]).toEqual([200, 200]);
  expect(await suppressed()).toBe(false);
});

it("what somebody texted counts once, and is no good at another vendor's address", async () => {
  const from = "+919800000017";
  const { accountSid, authToken } = stack.emulators.twilio;
  const tell = async (sid: string, text: string, { signedFor = "twilio", sentTo = "twilio" } = {}) => {
    const url = `${stack.urls.web}/api/webhooks/`;
    const said = { AccountSid: accountSid, MessageSid: sid, SmsStatus: "received", From: from, Body: text };
    const signature = twilio.getExpectedTwilioSignature(authToken, url + signedFor, said);
    const headers = { "x-twilio-signature": signature };
    return (await fetch(url + sentTo, { method: "POST", headers, body: new URLSearchParams(said) })).status;
  };
  const isTexted = async () => (await postgresSuppressions(pool).find("sms", from)) === undefined;
  for (const sentTo of ["msg91", "resend", "onesignal", "twilio?again=1"])
    expect([sentTo, await tell("SM_1", "STOP", { sentTo })]).toEqual([sentTo, 401]);
  expect(await tell("SM_1", "STOP", { signedFor: "msg91" })).toBe(401);
  expect(await isTexted()).toBe(true);
  for (const [sid, text, texted] of [
    ["SM_1", "STOP", false],
    ["SM_2", "START", true],
    ["SM_1", "STOP", true],
    ["SM_3", "STOP", false],
    ["SM_2", "START", false],
  ] as const) {
    expect(await tell(sid, text)).toBe(200);
    expect([sid, await isTexted()]).toEqual([sid, texted]);
  }
});

it("reports that come twice and out of order end in one state", async () => {
  const { webhookSecret } = stack.emulators.msg91;
  const report = (status: string) => {
    const one = { date: "2026-11-01 10:00:00", number: "919800000009", status, CRQID: "0" };
    const body = new URLSearchParams({ data: JSON.stringify([{ requestId: "r_twice", report: [one] }]) });
    return fetch(`${stack.urls.web}/api/webhooks/msg91?secret=${webhookSecret}`, { method: "POST", body });
  };
  const answers = await Promise.all(["17", "1", "17", "1"].map(report));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  const { rows } = await pool.query(
    "select state from platform.delivery_reports where message_id = 'r_twice'",
  );
  expect(rows).toEqual([{ state: "opted-out" }]);
  expect(await postgresSuppressions(pool).find("sms", "+919800000009")).toMatchObject({
    reason: "opted-out",
  });
});
