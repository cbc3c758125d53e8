import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { afterEach, beforeEach, expect, it } from "vitest";
import { slackAlerts } from "../../alerts/slack.ts";
import { msg91Sms } from "../../sms/msg91.ts";
import { twilioSms } from "../../sms/twilio.ts";

/** What each of these vendors says when it took something. */
const taken = { sid: "SM1", status: "queued", type: "success", message: "m1", ok: true, ts: "1.2" };

/** A vendor that has given up a connection which brought one request, as every vendor has after some seconds. */
function startVendor() {
  const used = new WeakSet<Socket>();
  const server = createServer((request, response: ServerResponse) => {
    if (used.has(request.socket)) return void request.socket.destroy();
    used.add(request.socket);
    request.resume().on("end", () => {
      response.writeHead(201, { "content-type": "application/json" }).end(JSON.stringify(taken));
    });
  });
  return new Promise<typeof server>((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve(server));
  });
}

let server: Awaited<ReturnType<typeof startVendor>>;
let baseUrl: string;

beforeEach(async () => {
  server = await startVendor();
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const since = "2026-01-01T00:00:00.000Z";
const text = { to: "+919812345678", body: "Ready", key: "k", template: { name: "ready", values: {} } };

/** Whatever is sent without an idempotency key: how often it left cannot be told when the answer is missing. */
const senders: Record<string, () => () => Promise<unknown>> = {
  twilio() {
    const sms = twilioSms({
      accountSid: `AC${"0".repeat(32)}`,
      authToken: "t",
      from: "+15005550006",
      baseUrl,
    });
    return () => sms.send(text);
  },
  msg91() {
    const sms = msg91Sms({ authKey: "k", templates: { ready: "t1" }, baseUrl });
    return () => sms.send(text);
  },
  slack() {
    const alerts = slackAlerts({ token: "t", channel: "c", baseUrl });
    const alert = { group: "g", severity: "note" as const, title: "A", text: "b", key: "k", at: since };
    return () => alerts.send(alert);
  },
};

it.each(Object.keys(senders))(
  "%s: a connection that the vendor gave up leaves no message in doubt",
  async (name) => {
    const send = senders[name]?.();
    for (let times = 0; times < 5; times += 1) {
      await expect(send?.()).resolves.toHaveProperty("messageId");
    }
  },
);

it("a failure of the network leads to no page about the vendor's codes", async () => {
  const send = senders.twilio?.();
  server.removeAllListeners("request").on("request", ({ socket }) => socket.destroy());
  await expect(send?.()).rejects.toThrow("(ECONNRESET) when asked");
});
