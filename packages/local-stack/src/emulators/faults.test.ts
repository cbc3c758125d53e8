import { Resend } from "resend";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { twilioClient } from "../testing/twilio-client.ts";
import { startEmulators } from "./start-emulators.ts";

const emulators = await startEmulators({ rateLimits: false });
const resend = new Resend(emulators.resend.apiKey, { baseUrl: emulators.resend.url });
const twilio = twilioClient(emulators.twilio, 200);
const email = { from: "shop@example.com", to: "asha@example.com", subject: "Hello", text: "Hello" };
const sms = { from: emulators.twilio.from, to: "+919800000001", body: "Hello" };

afterAll(() => emulators.stop());
beforeEach(() => emulators.reset());

describe("failNext", () => {
  it("answers with a status in the vendor's format, without effect, as often as asked", async () => {
    emulators.failNext("resend", { status: 503, times: 2 });
    for (const _ of [1, 2]) {
      const { error } = await resend.emails.send(email);
      expect(error).toMatchObject({ statusCode: 503, name: "internal_server_error" });
    }
    expect(emulators.outbox()).toEqual([]);
    expect((await resend.emails.send(email)).error).toBeNull();
  });

  it("hits only requests about what it names, and leaves those before them alone", async () => {
    emulators.failNext("resend", { status: 422, about: "maya@example.com" });
    expect((await resend.emails.send(email)).error).toBeNull();
    const { error } = await resend.emails.send({ ...email, to: "maya@example.com" });
    expect(error?.statusCode).toBe(422);
    expect((await resend.emails.send({ ...email, to: "maya@example.com" })).error).toBeNull();
  });

  it("sends Retry-After with a 429", async () => {
    emulators.failNext("resend", { status: 429, retryAfter: 7 });
    const { error, headers } = await resend.emails.send(email);
    expect(error?.name).toBe("rate_limit_exceeded");
    expect(headers).toMatchObject({ "retry-after": "7" });
    emulators.failNext("twilio", { status: 429 });
    await expect(twilio.messages.create(sms)).rejects.toMatchObject({ status: 429, code: 20429 });
  });

  it("cuts the answer of a request that had its effect", async () => {
    emulators.failNext("resend", { cut: true });
    const request = fetch(`${emulators.resend.url}/emails`, {
      method: "POST",
      headers: { authorization: `Bearer ${emulators.resend.apiKey}` },
      body: JSON.stringify(email),
    });
    await expect(request.then((answer) => answer.text())).rejects.toThrow(/terminated/);
    expect(emulators.outbox()).toHaveLength(1);
    emulators.failNext("twilio", { cut: true });
    await expect(twilio.messages.create(sms)).rejects.toThrow();
    expect(emulators.outbox()).toHaveLength(2);
  });

  it("drops the connection before the request has an effect", async () => {
    emulators.failNext("twilio", { drop: true });
    await expect(twilio.messages.create(sms)).rejects.toThrow(/socket hang up|ECONNRESET/);
    expect(emulators.outbox()).toEqual([]);
  });

  it("answers later than the client waits", async () => {
    emulators.failNext("twilio", { delay: 1_000 });
    await expect(twilio.messages.create(sms)).rejects.toThrow(/timeout/);
    expect(emulators.outbox()).toHaveLength(1);
  });

  it("answers with JSON that ends too early", async () => {
    emulators.failNext("twilio", { malformed: true });
    await expect(twilio.messages.create(sms)).rejects.toThrow();
    emulators.failNext("resend", { malformed: true });
    const { error } = await resend.emails.send(email);
    expect(error).toMatchObject({ name: "application_error" });
    expect(emulators.outbox()).toHaveLength(2);
  });

  it("takes back what no request has met yet", async () => {
    emulators.failNext("resend", { status: 500, times: 3 });
    emulators.failNext("twilio", { status: 500 });
    await resend.emails.send(email);
    emulators.clearFaults();
    expect((await resend.emails.send(email)).error).toBeNull();
    await twilio.messages.create(sms);
    const [state] = emulators.state().vendors;
    expect(state).toMatchObject({ name: "resend", faults: [] });
    expect(state?.answered.slice(-2)).toMatchObject([
      { request: "POST /emails", outcome: 500 },
      { request: "POST /emails", outcome: 200 },
    ]);
  });

  it("takes faults in the order they were asked for and refuses unknown ones", async () => {
    emulators.failNext("resend", { status: 500 });
    emulators.failNext("resend", { status: 429 });
    const answers = [await resend.emails.send(email), await resend.emails.send(email)];
    expect(answers.map(({ error }) => error?.statusCode)).toEqual([500, 429]);
    expect(() => emulators.failNext("resend", { status: 200 })).toThrow();
  });
});
