import { Webhook } from "standardwebhooks";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { startEmulators } from "../start-emulators.ts";

const emulators = await startEmulators();
const { url, secrets } = emulators.partners;
const content = { type: "order.created", timestamp: "2026-11-01T10:00:00.000Z", data: { orderId: "ord_1" } };

afterAll(() => emulators.stop());
beforeEach(() => emulators.reset());

interface Change {
  path?: string;
  secret?: string;
  signedAt?: Date;
  body?: string;
  headers?: Record<string, string>;
}

async function send({
  path = "crm",
  secret = secrets.crm,
  signedAt = new Date(),
  headers,
  ...change
}: Change = {}) {
  const body = JSON.stringify(content);
  const answer = await fetch(`${url}/${path}`, {
    method: "POST",
    headers: {
      "webhook-id": "msg_1",
      "webhook-timestamp": String(Math.floor(signedAt.getTime() / 1000)),
      "webhook-signature": new Webhook(secret).sign("msg_1", signedAt, body),
      ...headers,
    },
    body: change.body ?? body,
  });
  return { status: answer.status, body: await answer.json() };
}

describe("partners emulator", () => {
  it("takes a signed message and shows it in the outbox", async () => {
    expect(await send()).toEqual({ status: 200, body: { status: "taken" } });
    expect(emulators.outbox()).toMatchObject([
      {
        id: "msg_1",
        vendor: "partners",
        channel: "webhook",
        to: "crm",
        subject: "order.created",
        resource: content,
      },
    ]);
  });

  it("takes a repeated id once", async () => {
    await send();
    expect(await send()).toEqual({ status: 200, body: { status: "known" } });
    expect(emulators.outbox()).toHaveLength(1);
  });

  it("accepts a message that carries the right signature among others", async () => {
    const now = new Date();
    const right = new Webhook(secrets.crm).sign("msg_1", now, JSON.stringify(content));
    const wrong = new Webhook(secrets.delivery).sign("msg_1", now, JSON.stringify(content));
    expect(
      (await send({ signedAt: now, headers: { "webhook-signature": `${wrong} ${right}` } })).status,
    ).toBe(200);
  });

  it.each<[string, Change, number]>([
    ["the secret of another partner", { secret: secrets.delivery }, 401],
    ["content that was changed", { body: JSON.stringify({ ...content, data: { orderId: "ord_2" } }) }, 401],
    ["another id than the signed one", { headers: { "webhook-id": "msg_2" } }, 401],
    ["a message of ten minutes ago", { signedAt: new Date(Date.now() - 600_000) }, 401],
    ["a partner that is not there", { path: "bank" }, 404],
  ])("refuses %s", async (_case, change, status) => {
    expect((await send(change)).status).toBe(status);
    expect(emulators.outbox()).toEqual([]);
  });

  it("refuses a signed message of another form", async () => {
    const body = JSON.stringify({ event: "order.created" });
    const now = new Date();
    const signature = new Webhook(secrets.crm).sign("msg_1", now, body);
    expect((await send({ body, signedAt: now, headers: { "webhook-signature": signature } })).status).toBe(
      400,
    );
  });
});
