import type { SentMessage } from "../outbox.ts";
import { defineVendor, type EmulatorState, type VendorEmulator } from "../vendor.ts";
import { startUpstream } from "./upstream.ts";

/** Credentials and the one number of the emulated account. */
const account = {
  accountSid: "AC00000000000000000000000000000000",
  authToken: "twilio_local_emulator",
  from: "+15551234567",
};

const authorization = `Basic ${btoa(`${account.accountSid}:${account.authToken}`)}`;
const messages = `/2010-04-01/Accounts/${account.accountSid}/Messages`;
const e164 = /^\+[1-9]\d{6,14}$/;
const longestBody = 1_600;

/**
 * `emulate`'s emulator plus what it leaves out: checks of `To` and `Body`, a limit (Twilio publishes
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

async function start({ outbox }: EmulatorState): Promise<VendorEmulator> {
  const { accountSid, authToken, from } = account;
  const upstream = await startUpstream("twilio", {
    twilio: {
      account: { sid: accountSid, auth_token: authToken },
      phone_numbers: [{ phone_number: from, friendly_name: "Local number" }],
    },
  });

  async function send(request: Request): Promise<Response> {
    const body = await request.text();
    const refusal = refusalOf(new URLSearchParams(body));
    // Wrong credentials are told before wrong fields; the emulator behind knows how.
    if (refusal && request.headers.get("authorization") === authorization) return refusal;
    const answer = await upstream.forward(request, body);
    if (!answer.ok) return answer;
    const resource = await readResource(answer);
    await outbox.record([toMessage(resource)]);
    return Response.json(resource, { status: answer.status });
  }

  return {
    limit: { requests: 100, window: 1_000 },
    errorBody: (status) => errorBody(status),
    async handle(request) {
      const { pathname } = new URL(request.url);
      if (request.method === "POST" && pathname === `${messages}.json`) return send(request);
      const answer = await upstream.forward(request);
      const [, sid] = pathname.match(/\/Messages\/(\w+)\.json$/) ?? [];
      const earlier = answer.status === 404 && request.method === "GET" && outbox.find("twilio", sid ?? "");
      return earlier ? Response.json(earlier.resource) : answer;
    },
    reset: upstream.reset,
    close: upstream.close,
  };
}

/** Field errors as Twilio numbers them (twilio.com/docs/api/errors). */
function refusalOf(form: URLSearchParams): Response | undefined {
  const to = form.get("To");
  if (!to) return twilioError(400, 21604, "A 'To' phone number is required.");
  if (!e164.test(to)) return twilioError(400, 21211, `Invalid 'To' Phone Number: ${to}`);
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
