import { startEmulators } from "@org/local-stack";
import { expect, it } from "vitest";
import { cannedServer } from "../contracts/canned-server.ts";
import { failureOf, personal } from "../contracts/failure.ts";
import { twilioSms } from "./twilio.ts";
import { twilio } from "./twilio.vendor.ts";

const account = { accountSid: `AC${"1".repeat(32)}`, authToken: "a-secret-token", from: "+12025550100" };
const sms = { to: personal.phone, body: personal.text, key: "hello:user_1" };

it.each([
  ["an undelivered message", 201, { sid: "SM1", status: "failed", error_code: 30003 }, "final"],
  ["an acceptance without an id", 201, { status: "queued" }, "ambiguous"],
  [
    "an unverified number",
    400,
    { code: 21608, message: `The number ${personal.phone} is unverified` },
    "final",
  ],
  ["an empty success", 204, "", "ambiguous"],
  ["a service that is away", 503, { code: 20503, message: "Service unavailable" }, "retryable"],
  ["a proxy that is away", 503, "<html>Service Unavailable</html>", "ambiguous"],
  ["an error of the server", 500, { code: 20500, message: "An internal server error" }, "ambiguous"],
] as const)("%s is %s %j: %s", async (_case, status, body, kind) => {
  const server = await cannedServer({ status, body: typeof body === "string" ? body : JSON.stringify(body) });
  const error = await failureOf(twilioSms({ ...account, baseUrl: server.url }).send(sms), [
    account.authToken,
  ]);
  expect(error).toMatchObject({ port: "sms", vendor: "twilio", kind });
  expect(server.requests).toHaveLength(1);
  await server.stop();
});

it("the vendor's error code is kept, for its documentation", async () => {
  const server = await cannedServer({ status: 400, body: JSON.stringify({ code: 21211 }) });
  const error = await failureOf(twilioSms({ ...account, baseUrl: server.url }).send(sms));
  expect(error).toMatchObject({ status: 400, code: "21211" });
  expect(error.message).toContain("twilio.com/docs/api/errors/21211");
  await server.stop();
});

it.each([
  [21211, true],
  [21610, true],
  [21614, true],
  [21606, false],
  [20003, false],
])("whether %i is about the recipient: %s", async (code, aboutRecipient) => {
  const server = await cannedServer({ status: 400, body: JSON.stringify({ code }) });
  const error = await failureOf(twilioSms({ ...account, baseUrl: server.url }).send(sms));
  expect(error).toMatchObject({ kind: "final", aboutRecipient });
  await server.stop();
});

it("a list that may have left the message out proves nothing", async () => {
  const listed = (dateCreated: Date, number: number) => ({
    sid: `SM${number}`,
    body: "Another text",
    direction: "outbound-api",
    date_created: dateCreated.toUTCString(),
  });
  const find = async (messages: object[]) => {
    const server = await cannedServer({
      status: 200,
      body: JSON.stringify({ messages, next_page_uri: null }),
    });
    const trace = await twilioSms({ ...account, baseUrl: server.url }).find?.(sms, new Date().toISOString());
    await server.stop();
    return trace;
  };
  const manyNew = Array.from({ length: 200 }, (_none, number) => listed(new Date(), number));
  expect(await find(manyNew)).toEqual({ state: "unknown" });
  expect(await find([...manyNew.slice(1), listed(new Date(0), 200)])).toEqual({ state: "not-taken" });
  expect(await find([{ ...listed(new Date(), 1), body: sms.body, direction: "inbound" }])).toEqual({
    state: "not-taken",
  });
});

it("an answer that drips in without end is cut off at the time limit", async () => {
  const { createServer } = await import("node:http");
  const server = createServer((_request, response) => {
    response.writeHead(201, { "content-type": "application/json" });
    const drip = setInterval(() => response.write(" "), 20);
    response.on("close", () => clearInterval(drip));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const sender = twilioSms({ ...account, baseUrl: `http://127.0.0.1:${port}`, timeout: 200 });
  expect(await failureOf(sender.send(sms))).toMatchObject({ kind: "ambiguous", code: "ETIMEDOUT" });
  server.closeAllConnections();
  server.close();
});

it.each([
  ["a number", "+12025550100", "From"],
  ["a Messaging Service", `MG${"a1".repeat(16)}`, "MessagingServiceSid"],
])("of %s the vendor is told in its own field, and in no other", async (_case, from, field) => {
  const server = await cannedServer({
    status: 201,
    body: JSON.stringify({ sid: "SM1", status: "accepted" }),
  });
  await twilioSms({ ...account, from, baseUrl: server.url }).send(sms);
  const form = new URLSearchParams(server.requests[0]?.body);
  expect([...form.keys()].filter((name) => name === "From" || name === "MessagingServiceSid")).toEqual([
    field,
  ]);
  expect(form.get(field)).toBe(from);
  await server.stop();
});

it("a Messaging Service that the account does not have is a refusal for good, and not about the recipient", async () => {
  const vendors = await startEmulators({ rateLimits: false });
  const { url, accountSid, authToken } = vendors.twilio;
  const from = `MG${"f".repeat(32)}`;
  const error = await failureOf(twilioSms({ accountSid, authToken, from, baseUrl: url }).send(sms));
  expect(error).toMatchObject({ kind: "final", status: 404, code: "21701", aboutRecipient: false });
  await vendors.stop();
});

it("is configured by a number or by a Messaging Service, and a service wins over a number", async () => {
  const environment = { TWILIO_ACCOUNT_SID: account.accountSid, TWILIO_AUTH_TOKEN: account.authToken };
  expect(twilio.isConfigured(environment)).toBe(false);
  expect(twilio.isConfigured({ ...environment, TWILIO_PHONE_NUMBER: account.from })).toBe(true);
  const service = { ...environment, TWILIO_MESSAGING_SERVICE_SID: `MG${"a1".repeat(16)}` };
  expect(twilio.isConfigured(service)).toBe(true);
  const server = await cannedServer({
    status: 201,
    body: JSON.stringify({ sid: "SM1", status: "accepted" }),
  });
  const both = { ...service, TWILIO_PHONE_NUMBER: account.from, TWILIO_BASE_URL: server.url };
  const open = await twilio.open(both);
  await open({}).send(sms);
  expect(new URLSearchParams(server.requests[0]?.body).get("MessagingServiceSid")).toMatch(/^MG/);
  await server.stop();
});
