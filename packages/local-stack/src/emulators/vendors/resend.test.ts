import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Resend } from "resend";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { startEmulators } from "../start-emulators.ts";

const stateDir = await mkdtemp(join(tmpdir(), "resend-test-"));
const emulators = await startEmulators({ rateLimits: false });
const resend = new Resend(emulators.resend.apiKey, { baseUrl: emulators.resend.url });
const email = {
  from: "MohallaMart <orders@mohallamart.example>",
  to: "asha@example.com",
  subject: "Order confirmed",
  html: "<p>Thank you</p>",
};

afterAll(async () => {
  await emulators.stop();
  await rm(stateDir, { recursive: true });
});

beforeEach(async () => {
  emulators.setRateLimits(false);
  await emulators.reset();
});

describe("Resend emulator", () => {
  it("accepts an email, shows it in the outbox and gives it back by id", async () => {
    const { data, error } = await resend.emails.send(email);
    expect(error).toBeNull();
    expect(emulators.outbox()).toMatchObject([
      {
        id: data?.id,
        vendor: "resend",
        channel: "email",
        to: "asha@example.com",
        subject: "Order confirmed",
        html: "<p>Thank you</p>",
      },
    ]);
    expect((await resend.emails.get(data?.id ?? "")).data).toMatchObject({
      id: data?.id,
      to: ["asha@example.com"],
      last_event: "delivered",
    });
  });

  it("sends a batch as one message each", async () => {
    const { data } = await resend.batch.send([
      email,
      { ...email, to: ["ravi@example.com", "dev@example.com"] },
    ]);
    expect(emulators.outbox().map(({ id, to }) => ({ id, to }))).toEqual([
      { id: data?.data[0]?.id, to: "asha@example.com" },
      { id: data?.data[1]?.id, to: "ravi@example.com, dev@example.com" },
    ]);
  });

  it("refuses a whole batch for one email, or sends the others when asked to be permissive", async () => {
    const batch = [email, { ...email, to: "ravi" }, { ...email, to: "dev@example.com" }];
    const { error } = await resend.batch.send(batch);
    expect(error).toMatchObject({ statusCode: 422, name: "validation_error" });
    expect(emulators.outbox()).toEqual([]);
    const { data } = await resend.batch.send(batch, { batchValidation: "permissive" });
    const sent = emulators.outbox().map(({ id, to }) => ({ id, to }));
    expect(sent.map(({ to }) => to)).toEqual(["asha@example.com", "dev@example.com"]);
    expect(data).toEqual({
      data: sent.map(({ id }) => ({ id })),
      errors: [{ index: 1, message: expect.stringContaining("`to`") }],
    });
    const none = await resend.batch.send([{ ...email, to: "ravi" }], { batchValidation: "permissive" });
    expect(none.data).toMatchObject({ data: [], errors: [{ index: 0 }] });
  });

  it("replays a repeated idempotency key and refuses it for another email", async () => {
    const options = { idempotencyKey: "order-confirmation:ord_1" };
    const first = await resend.emails.send(email, options);
    const second = await resend.emails.send(email, options);
    expect(second.data).toEqual(first.data);
    expect(emulators.outbox()).toHaveLength(1);
    const changed = await resend.emails.send({ ...email, subject: "Other" }, options);
    expect(changed.error).toMatchObject({ statusCode: 409, name: "invalid_idempotent_request" });
  });

  it("forgets a key after 24 hours and counts its limit in seconds, both by the given clock", async () => {
    let now = 0;
    const timed = await startEmulators({ rateLimits: false, now: () => now });
    const client = new Resend(timed.resend.apiKey, { baseUrl: timed.resend.url });
    const send = () => client.emails.send(email, { idempotencyKey: "order-confirmation:ord_4" });
    const first = await send();
    now = 24 * 60 * 60 * 1000 - 1;
    expect((await send()).data).toEqual(first.data);
    now += 1;
    expect((await send()).data).not.toEqual(first.data);
    timed.setRateLimits(true);
    const statuses = async () =>
      (await Promise.all(Array.from({ length: 6 }, send))).map(({ error }) => error?.name);
    expect(await statuses()).toContain("rate_limit_exceeded");
    now += 1_000;
    expect((await send()).error).toBeNull();
    await timed.stop();
  });

  it("sends one email when two requests with one key arrive together", async () => {
    const options = { idempotencyKey: "order-confirmation:ord_2" };
    const answers = await Promise.all([
      resend.emails.send(email, options),
      resend.emails.send(email, options),
    ]);
    expect(emulators.outbox()).toHaveLength(1);
    for (const { data, error } of answers) {
      if (error) expect(error.name).toBe("concurrent_idempotent_requests");
      else expect(data.id).toBe(emulators.outbox()[0]?.id);
    }
  });

  it.each([
    ["a recipient that is no address", { to: "asha" }, 422, "validation_error", "`to`"],
    ["a sender that is no address", { from: "MohallaMart" }, 422, "validation_error", "`from`"],
    ["more than 50 recipients", { to: Array(51).fill("asha@example.com") }, 422, "validation_error", "`to`"],
    ["a line break in the subject", { subject: "Mango\nAlphonso" }, 422, "validation_error", "`subject`"],
    ["a line break in a header", { headers: { "X-A": "a\r\nb" } }, 422, "validation_error", "`headers`"],
    ["no body", { html: undefined }, 422, "missing_required_field", "`html` or `text`"],
  ])("refuses %s", async (_case, change, statusCode, name, message) => {
    const { error } = await resend.emails.send({ ...email, ...change } as typeof email);
    expect(error).toMatchObject({ statusCode, name, message: expect.stringContaining(message) });
    expect(emulators.outbox()).toEqual([]);
  });

  it("refuses another key than its own", async () => {
    const { error } = await new Resend("re_other", { baseUrl: emulators.resend.url }).emails.send(email);
    expect(error).toMatchObject({ statusCode: 403, name: "invalid_api_key" });
  });

  it("allows five requests a second and tells when to come back", async () => {
    emulators.setRateLimits(true);
    const answers = await Promise.all(Array.from({ length: 8 }, () => resend.emails.send(email)));
    const refused = answers.filter(({ error }) => error);
    // A window may end between two of the eight requests, never between all of them.
    expect(refused.length).toBeGreaterThanOrEqual(1);
    expect(emulators.outbox()).toHaveLength(8 - refused.length);
    expect(refused[0]?.error).toMatchObject({ statusCode: 429, name: "rate_limit_exceeded" });
    expect(refused[0]?.headers).toMatchObject({ "ratelimit-limit": "5", "retry-after": "1" });
  });

  it("keeps messages and idempotency keys over a restart", async () => {
    const key = { idempotencyKey: "order-confirmation:ord_3" };
    const before = await startEmulators({ stateDir });
    const sent = await new Resend(before.resend.apiKey, { baseUrl: before.resend.url }).emails.send(
      email,
      key,
    );
    await before.stop();
    const after = await startEmulators({ stateDir });
    const client = new Resend(after.resend.apiKey, { baseUrl: after.resend.url });
    expect((await client.emails.send(email, key)).data).toEqual(sent.data);
    expect((await client.emails.get(sent.data?.id ?? "")).data).toMatchObject({ subject: "Order confirmed" });
    expect(after.outbox()).toHaveLength(1);
    await after.stop();
  });
});
