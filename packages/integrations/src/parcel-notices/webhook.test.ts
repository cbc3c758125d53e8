import { expect, it } from "vitest";
import { failureOf } from "../contracts/failure.ts";
import { signedRequest } from "./webhook.bench.ts";
import { parcelWebhook } from "./webhook.ts";

const secret = `whsec_${btoa("a secret of the tests, long enough")}`;
const previousSecret = `whsec_${btoa("the secret before, as long as that")}`;
const stranger = `whsec_${btoa("a secret that nobody here has heard of")}`;
const body = (data: object) =>
  JSON.stringify({ type: "parcel.updated", timestamp: "2026-11-27T15:30:00+05:30", data });
const delivered = body({ orderId: "ord_1", status: "delivered" });

it("takes what is signed with the secret or the one before, and with no other", async () => {
  const both = parcelWebhook({ secret, previousSecret });
  for (const known of [secret, previousSecret]) {
    expect(both.read(signedRequest(known, delivered))).toMatchObject({ id: "msg_1", status: "delivered" });
  }
  const after = parcelWebhook({ secret });
  for (const [port, key] of [
    [both, stranger],
    [after, previousSecret],
  ] as const) {
    const error = await failureOf(Promise.resolve().then(() => port.read(signedRequest(key, delivered))));
    expect(error).toMatchObject({ port: "parcel-notices", kind: "final", status: 401 });
  }
});

it("gives times in UTC, and reasons of failed attempts only", () => {
  const read = (data: object) => parcelWebhook({ secret }).read(signedRequest(secret, body(data)));
  expect(read({ orderId: "ord_1", status: "delivered", reason: "refused" })).toEqual({
    id: "msg_1",
    orderId: "ord_1",
    status: "delivered",
    at: "2026-11-27T10:00:00.000Z",
  });
  expect(read({ orderId: "ord_1", status: "attempt-failed", reason: "Mr Rao's dog" })).toMatchObject({
    reason: "other",
  });
});

it.each([
  { orderId: "", status: "delivered" },
  { orderId: "ord_1", status: "lost" },
  { orderId: "ord_1", status: "delivered", trackingNumber: "x".repeat(101) },
])("%j is not readable", async (data) => {
  const request = signedRequest(secret, body(data));
  const error = await failureOf(Promise.resolve().then(() => parcelWebhook({ secret }).read(request)));
  expect(error).toMatchObject({ kind: "final", status: 400 });
});

it("a secret of another form stops the start, and is not quoted", () => {
  expect(() => parcelWebhook({ secret: "not base64!" })).toThrow(
    /^The secret of the delivery partner's webhook/,
  );
});
