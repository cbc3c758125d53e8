import { type Emulators, startEmulators, subscribeDevice } from "@org/local-stack";
import { afterAll, expect, it } from "vitest";
import { resendEmail } from "../../email/resend.ts";
import { oneSignalPush } from "../../push/onesignal.ts";
import { pushIdOf } from "../../push/port.ts";
import { twilioSms } from "../../sms/twilio.ts";
import { judge } from "./exchange.ts";
import { loadSpec } from "./load-spec.ts";
import { tapWire } from "./wiretap.ts";

const vendors = await startEmulators({ rateLimits: false });
afterAll(() => vendors.stop());

const text = { body: "Hello", text: "Hello", key: "hello:user_1" };

interface ReadBack {
  file: string;
  operation: string;
  vendor: "resend" | "twilio" | "onesignal";
  authorization: string;
  /** Sends something and names the path under which the emulator gives it back. */
  sent(vendors: Emulators): Promise<string>;
}

const { accountSid, authToken } = vendors.twilio;
const account = `/2010-04-01/Accounts/${accountSid}`;

it.each<ReadBack>([
  {
    file: "resend.yaml",
    operation: "emails/get",
    vendor: "resend",
    authorization: `Bearer ${vendors.resend.apiKey}`,
    async sent({ resend: { url: baseUrl, apiKey } }) {
      const sender = resendEmail({ apiKey, baseUrl, from: "shop@example.com" });
      const email = { ...text, to: "asha@example.com", subject: "Hello", html: "<p>Hello</p>" };
      return `/emails/${(await sender.send(email)).messageId}`;
    },
  },
  {
    file: "twilio_api_v2010.json",
    operation: "FetchMessage",
    vendor: "twilio",
    authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}`,
    async sent({ twilio: { url: baseUrl, ...options } }) {
      const sender = twilioSms({ ...options, baseUrl });
      const { messageId } = await sender.send({ ...text, to: "+919800000001" });
      return `${account}/Messages/${messageId}.json`;
    },
  },
  {
    file: "onesignal.json",
    operation: "get_notification",
    vendor: "onesignal",
    authorization: `Key ${vendors.onesignal.apiKey}`,
    async sent({ onesignal: { url: baseUrl, ...app } }) {
      await subscribeDevice({ ...app, url: baseUrl }, pushIdOf("mohallamart", "user_1"));
      const sender = oneSignalPush({ ...app, product: "mohallamart", baseUrl });
      const { messageId } = await sender.send({ ...text, userId: "user_1", title: "Hello" });
      return `/notifications/${messageId}?app_id=${app.appId}`;
    },
  },
])("$vendor's emulator gives back what it took as its spec says", async (readBack) => {
  const path = await readBack.sent(vendors);
  const tap = await tapWire(vendors[readBack.vendor].url);
  const answer = await fetch(`${tap.url}${path}`, { headers: { authorization: readBack.authorization } });
  expect(answer.status).toBe(200);
  await answer.text();
  const spec = await loadSpec(readBack.file);
  expect(tap.exchanges.map((exchange) => judge(spec, exchange))).toEqual([
    { operation: readBack.operation, violations: [] },
  ]);
  await tap.stop();
});
