import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { twilioClient } from "../../testing/twilio-client.ts";
import { textToTwilio } from "../customers.ts";
import { startEmulators } from "../start-emulators.ts";

const stateDir = await mkdtemp(join(tmpdir(), "twilio-test-"));
const emulators = await startEmulators();
const client = twilioClient(emulators.twilio);
const sms = { from: emulators.twilio.from, to: "+919800000001", body: "Your order is confirmed" };

afterAll(async () => {
  await emulators.stop();
  await rm(stateDir, { recursive: true });
});
beforeEach(() => emulators.reset());

describe("Twilio emulator", () => {
  it("accepts a text, shows it in the outbox and gives it back by id", async () => {
    const message = await client.messages.create(sms);
    expect(message).toMatchObject({ status: "queued", to: sms.to, errorCode: null });
    expect(emulators.outbox()).toMatchObject([
      { id: message.sid, vendor: "twilio", channel: "sms", to: sms.to, from: sms.from, text: sms.body },
    ]);
    expect(await client.messages(message.sid).fetch()).toMatchObject({ body: sms.body });
  });

  it("sends twice when asked twice: Twilio has no idempotency key", async () => {
    await client.messages.create(sms);
    await client.messages.create(sms);
    expect(emulators.outbox()).toHaveLength(2);
  });

  it.each([
    ["no text", { body: undefined }, 21602],
    ["a number without country code", { to: "9800000001" }, 21211],
    ["a sender of another account", { from: "+15559999999" }, 21606],
    ["a text over 1600 characters", { body: "a".repeat(1601) }, 21617],
    ["someone who sent STOP", { to: "+15005550004" }, 21610],
    ["a number that takes no texts", { to: "+15005550009" }, 21614],
  ])("refuses %s", async (_case, change, code) => {
    await expect(client.messages.create({ ...sms, ...change })).rejects.toMatchObject({ status: 400, code });
    expect(emulators.outbox()).toEqual([]);
  });

  it("sends nothing to who texted STOP, until they text START", async () => {
    await textToTwilio(emulators.twilio, { from: sms.to, body: " stop " });
    await expect(client.messages.create(sms)).rejects.toMatchObject({ status: 400, code: 21610 });
    await client.messages.create({ ...sms, to: "+919800000002" });
    await textToTwilio(emulators.twilio, { from: sms.to, body: "Start" });
    await client.messages.create(sms);
    expect(emulators.outbox().map(({ to }) => to)).toEqual(["+919800000002", sms.to]);
  });

  it("lists what went to a number, the newest first", async () => {
    const first = await client.messages.create(sms);
    const second = await client.messages.create(sms);
    await client.messages.create({ ...sms, to: "+919800000002" });
    const listed = await client.messages.list({ to: sms.to, limit: 10 });
    expect(listed.map(({ sid }) => sid)).toEqual([second.sid, first.sid]);
    expect(listed[0]).toMatchObject({ body: sms.body, direction: "outbound-api" });
    expect(Math.abs(Date.now() - (listed[0]?.dateCreated.getTime() ?? 0))).toBeLessThan(60_000);
    const stranger = twilioClient({ ...emulators.twilio, authToken: "wrong" });
    await expect(stranger.messages.list({ to: sms.to })).rejects.toMatchObject({ status: 401 });
  });

  it("says that the service is away as Twilio does, where it did not take the text", async () => {
    emulators.failNext("twilio", { status: 503 });
    await expect(client.messages.create(sms)).rejects.toMatchObject({ status: 503, code: 20503 });
    expect(emulators.outbox()).toEqual([]);
  });

  it("refuses wrong credentials before it looks at fields", async () => {
    const stranger = twilioClient({ ...emulators.twilio, authToken: "wrong" });
    await expect(stranger.messages.create({ ...sms, body: undefined })).rejects.toMatchObject({
      status: 401,
    });
  });

  it("keeps messages over a restart", async () => {
    const before = await startEmulators({ stateDir });
    const { sid } = await twilioClient(before.twilio).messages.create(sms);
    await before.stop();
    const after = await startEmulators({ stateDir });
    expect(await twilioClient(after.twilio).messages(sid).fetch()).toMatchObject({ sid, body: sms.body });
    await after.stop();
  });
});
