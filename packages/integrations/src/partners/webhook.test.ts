import { Webhook } from "standardwebhooks";
import { expect, it } from "vitest";
import { cannedServer } from "../contracts/canned-server.ts";
import { failureOf } from "../contracts/failure.ts";
import { webhookPartners } from "./webhook.ts";

const secret = `whsec_${btoa("a secret of the tests, long enough")}`;
const previousSecret = `whsec_${btoa("the secret before, as long as that")}`;
const message = {
  type: "order.created",
  occurredAt: "2026-11-01T10:00:00.000Z",
  data: { total: 1250 },
  key: "k:1",
};

it("only the configured partners are there", () => {
  expect(Object.keys(webhookPartners({ crm: { url: "https://crm.example", secret } }))).toEqual(["crm"]);
});

it("a partner can check the signature with the new and with the previous secret", async () => {
  const server = await cannedServer({ status: 204, body: "" });
  const { crm } = webhookPartners({ crm: { url: server.url, secret, previousSecret } });
  await crm?.send(message);
  const { headers, body = "" } = server.requests[0] ?? {};
  const signed = Object.fromEntries(
    Object.entries(headers ?? {}).map(([name, value]) => [name, String(value)]),
  );
  for (const known of [secret, previousSecret]) {
    expect(new Webhook(known).verify(body, signed)).toEqual({
      type: "order.created",
      timestamp: message.occurredAt,
      data: message.data,
    });
  }
  expect(() => new Webhook(`whsec_${btoa("another")}`).verify(body, signed)).toThrow();
  expect(() => new Webhook(secret).verify(`${body} `, signed)).toThrow();
  await server.stop();
});

it("a key has one id for one partner, another for the next", async () => {
  const server = await cannedServer({ status: 200, body: "" });
  const partner = { url: server.url, secret };
  const { crm, delivery } = webhookPartners({ crm: partner, delivery: partner });
  const sent = [await crm?.send(message), await crm?.send(message), await delivery?.send(message)];
  // Fixed here as well: a change of the derivation would repeat messages.
  expect(sent[0]).toEqual({ messageId: "msg_4d080b357b9d506d830a4046cc7b075e" });
  expect(sent[1]).toEqual(sent[0]);
  expect(sent[2]).not.toEqual(sent[0]);
  await server.stop();
});

it("an endpoint that has moved is not followed: the partner has to tell its new address", async () => {
  const target = await cannedServer({ status: 200, body: "" });
  const server = await cannedServer({ status: 308, headers: { location: target.url }, body: "" });
  const { crm } = webhookPartners({ crm: { url: server.url, secret } });
  expect(await failureOf(crm?.send(message) ?? Promise.resolve(), [secret])).toMatchObject({
    port: "partners",
    vendor: "crm",
    kind: "final",
    status: 308,
  });
  expect(target.requests).toEqual([]);
  await Promise.all([server.stop(), target.stop()]);
});

it("a secret of another form stops the start, and is not quoted", () => {
  expect(() => webhookPartners({ crm: { url: "https://crm.example", secret: "not base64!" } })).toThrow(
    /^The secret of the crm partner is not "whsec_" and base64\./,
  );
});
