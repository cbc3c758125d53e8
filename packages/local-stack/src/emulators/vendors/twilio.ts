import { createHmac } from "node:crypto";
import type { Outbox, SentMessage } from "../outbox.ts";
import { defineVendor, type EmulatorState, type VendorEmulator } from "../vendor.ts";
import { registeredTexts, whyTextDropped } from "./indian-operators.ts";
import { type Report, reportSender } from "./report-sender.ts";
import { inboundTexts } from "./twilio-inbound.ts";
import { startUpstream } from "./upstream.ts";

/** Credentials, the one number of the emulated account, and the Messaging Service that has it in its pool. */
const account = {
  accountSid: "AC00000000000000000000000000000000",
  authToken: "twilio_local_emulator",
  from: "+15551234567",
  messagingServiceSid: `MG${"0".repeat(32)}`,
};

const authorization = `Basic ${btoa(`${account.accountSid}:${account.authToken}`)}`;
const messages = `/2010-04-01/Accounts/${account.accountSid}/Messages`;
const e164 = /^\+[1-9]\d{6,14}$/;
const longestBody = 1_600;

/** What Twilio itself answers for these numbers with test credentials: twilio.com/docs/iam/test-credentials. */
const magicNumbers: ReadonlyMap<string, { code: number; message: string }> = new Map([
  ["+15005550001", { code: 21211, message: "Invalid 'To' Phone Number: +15005550001" }],
  ["+15005550004", { code: 21610, message: "Attempt to send to unsubscribed recipient" }],
  ["+15005550009", { code: 21614, message: "'To' number is not a valid mobile number" }],
]);

/**
 * `emulate`'s emulator plus what it leaves out: checks of `To` and `Body`, the list of what went to a number, a limit (Twilio publishes
 * none in requests a second, it answers 20429 by account; 100 a second stands in for it), and messages that
 * survive a restart.
 */
export const twilio = defineVendor({
  connection: account,
  environment: (url) => ({
    TWILIO_ACCOUNT_SID: account.accountSid,
    TWILIO_AUTH_TOKEN: account.authToken,
    TWILIO_PHONE_NUMBER: account.from,
    TWILIO_BASE_URL: url,
  }),
  start,
});

/** Twilio tells each state once: developers are to ask when they have missed one. */
const tellOnce = [0];

async function start({ outbox, webUrl, reportsUrl, now }: EmulatorState): Promise<VendorEmulator> {
  const registered = registeredTexts(webUrl);
  const { accountSid, authToken, from, messagingServiceSid } = account;
  const reports = reportSender(tellOnce);
  const inbound = inboundTexts(account, (parameters) => {
    if (reportsUrl) reports.send(signedReport(`${reportsUrl}/twilio`, parameters));
  });
  const upstream = await startUpstream("twilio", {
    twilio: {
      account: { sid: accountSid, auth_token: authToken },
      phone_numbers: [{ phone_number: from, friendly_name: "Local number" }],
      messaging_services: [
        { sid: messagingServiceSid, friendly_name: "Local service", phone_numbers: [from] },
      ],
    },
  });

  function unwanted(form: URLSearchParams): Response | undefined {
    if (!inbound.hasOptedOut(form.get("To") ?? "")) return undefined;
    return twilioError(400, 21610, "Attempt to send to unsubscribed recipient");
  }

  /** What a carrier filters is told later, as error 30007 of a message that was taken: here at once. */
  function filtered(form: URLSearchParams): Response | undefined {
    const dropped = whyTextDropped(form.get("To") ?? "", form.get("Body") ?? "", registered, now());
    return dropped === undefined ? undefined : twilioError(400, 30007, dropped);
  }

  async function send(request: Request): Promise<Response> {
    const body = await request.text();
    const form = new URLSearchParams(body);
    const refusal = refusalOf(form) ?? unwanted(form) ?? filtered(form);
    // Wrong credentials are told before wrong fields; the emulator behind knows how.
    if (refusal && request.headers.get("authorization") === authorization) return refusal;
    const answer = await upstream.forward(request, body);
    if (!answer.ok) return answer;
    const resource = await readResource(answer);
    await outbox.record([toMessage(resource)]);
    const callback = form.get("StatusCallback");
    if (callback)
      for (const status of ["sent", "delivered"]) reports.send(statusOf(resource, status, callback));
    return Response.json(resource, { status: answer.status });
  }

  return {
    limit: { requests: 100, window: 1_000 },
    errorBody: (status) => errorBody(status),
    async handle(request) {
      const { pathname } = new URL(request.url);
      if (request.method === "POST" && pathname === `${messages}.json`) return send(request);
      if (request.method === "POST" && pathname === "/inbound") return inbound.receive(request);
      const isAllowed = request.headers.get("authorization") === authorization;
      if (pathname === `${messages}.json` && isAllowed) return list(new URL(request.url), outbox);
      const answer = await upstream.forward(request);
      const [, sid] = pathname.match(/\/Messages\/(\w+)\.json$/) ?? [];
      const earlier = answer.status === 404 && request.method === "GET" && outbox.find("twilio", sid ?? "");
      return earlier ? Response.json(earlier.resource) : answer;
    },
    async reset() {
      inbound.reset();
      await upstream.reset();
    },
    async close() {
      reports.close();
      await upstream.close();
    },
  };
}

/** A status callback (twilio.com/docs/messaging/guides/track-outbound-message-status), signed with the account's token. */
function statusOf({ sid, to, from }: MessageResource, status: string, url: string): Report {
  const parameters = {
    AccountSid: account.accountSid,
    ApiVersion: "2010-04-01",
    From: from ?? "",
    MessageSid: sid,
    MessageStatus: status,
    SmsSid: sid,
    SmsStatus: status,
    To: to,
  };
  return signedReport(url, parameters);
}

function signedReport(url: string, parameters: Record<string, string>): Report {
  const headers = {
    "content-type": "application/x-www-form-urlencoded",
    "x-twilio-signature": twilioSignature(url, parameters, account.authToken),
  };
  return { url, headers: () => headers, body: new URLSearchParams(parameters).toString() };
}

/** The address and the parameters by name, under HMAC-SHA1 (twilio.com/docs/usage/security). */
function twilioSignature(url: string, parameters: Record<string, string>, authToken: string): string {
  const names = Object.keys(parameters).sort();
  const text = url + names.map((name) => `${name}${parameters[name]}`).join("");
  return createHmac("sha1", authToken).update(text).digest("base64");
}

/** Newest first, and in one page: the emulator holds no more. */
function list({ pathname, search, searchParams }: URL, outbox: Outbox): Response {
  const to = searchParams.get("To");
  const pageSize = Number(searchParams.get("PageSize") ?? 50);
  const found = outbox
    .all()
    .filter((message) => message.vendor === "twilio" && (to === null || message.to === to))
    .map(({ resource }) => resource)
    .reverse()
    .slice(0, pageSize);
  const page = { page: 0, page_size: pageSize, start: 0, end: Math.max(0, found.length - 1) };
  const uri = `${pathname}${search}`;
  const around = { first_page_uri: uri, next_page_uri: null, previous_page_uri: null, uri };
  return Response.json({ ...page, ...around, messages: found });
}

/** Field errors as Twilio numbers them (twilio.com/docs/api/errors). */
function refusalOf(form: URLSearchParams): Response | undefined {
  const service = form.get("MessagingServiceSid");
  if (service && !/^MG[0-9a-fA-F]{32}$/.test(service))
    return twilioError(400, 21705, "The Messaging Service Sid is invalid.");
  if (service && service !== account.messagingServiceSid)
    return twilioError(404, 21701, "The Messaging Service does not exist.");
  const to = form.get("To");
  if (!to) return twilioError(400, 21604, "A 'To' phone number is required.");
  if (!e164.test(to)) return twilioError(400, 21211, `Invalid 'To' Phone Number: ${to}`);
  const magic = magicNumbers.get(to);
  if (magic) return twilioError(400, magic.code, magic.message);
  const body = form.get("Body");
  const carries = form.has("MediaUrl") || form.has("ContentSid");
  if (!body && !carries) return twilioError(400, 21602, "Message body is required.");
  if ([...(body ?? "")].length > longestBody) {
    return twilioError(400, 21617, "The concatenated message body exceeds the 1600 character limit");
  }
  return undefined;
}

function errorBody(status: number) {
  if (status === 429) return describe(429, 20429, "Too Many Requests");
  if (status === 503) return describe(503, 20503, "Service unavailable");
  return status >= 500
    ? describe(status, 20500, "An internal server error has occurred")
    : describe(status, 20001, "Bad request");
}

function twilioError(status: number, code: number, message: string): Response {
  return Response.json(describe(status, code, message), { status });
}

function describe(status: number, code: number, message: string) {
  return { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status };
}

interface MessageResource extends Record<string, unknown> {
  sid: string;
  to: string;
  from: string | null;
  body: string | null;
}

/** A successful answer of Twilio's "create message" operation. */
async function readResource(answer: Response): Promise<MessageResource> {
  return (await answer.json()) as MessageResource;
}

function toMessage(resource: MessageResource): SentMessage {
  return {
    id: resource.sid,
    vendor: "twilio",
    channel: "sms",
    at: new Date().toISOString(),
    from: resource.from ?? undefined,
    to: resource.to,
    text: resource.body ?? "",
    resource,
  };
}
