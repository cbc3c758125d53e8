import { type Emulators, startEmulators } from "@org/local-stack";
import { closedUrl } from "../contracts/canned-server.ts";
import { personal } from "../contracts/failure.ts";
import { personalSms, token } from "../testing/personal-data.ts";
import { directly, type VendorBench } from "../testing/vendor-bench.ts";
import { type SmsBench, smsContract } from "./contract.ts";
import { twilioSms } from "./twilio.ts";

export const bench: VendorBench = {
  contract(route) {
    smsContract("Twilio", () => start(route));
    smsContract("a Messaging Service of Twilio", () =>
      start(route, ({ messagingServiceSid }) => messagingServiceSid),
    );
  },
  publishedSpec: { file: "twilio_api_v2010.json", operations: ["CreateMessage", "ListMessage"] },
  personalData: {
    protocol: "http",
    calls: {
      "a text": ({ address: baseUrl, timeout }) => {
        const account = { accountSid: `AC${"1".repeat(32)}`, authToken: token, from: "+12025550100" };
        return twilioSms({ ...account, baseUrl, timeout }).send(personalSms);
      },
    },
  },
  outage: {
    message: "twilio",
    open({ twilio }) {
      const sender = twilioSms({ ...twilio, baseUrl: twilio.url });
      return { ask: (key) => sender.send({ to: personal.phone, body: personal.text, key }) };
    },
  },
  check: {
    refused: { TWILIO_AUTH_TOKEN: "0".repeat(32) },
    says: "Twilio does not take TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN",
    address: "TWILIO_BASE_URL",
  },
};

type Account = Emulators["twilio"];

async function start(
  route = directly,
  senderOf: (account: Account) => string = ({ from }) => from,
): Promise<SmsBench> {
  const vendors = await startEmulators({ rateLimits: false });
  const { url, accountSid, authToken } = vendors.twilio;
  const options = { accountSid, authToken, from: senderOf(vendors.twilio), baseUrl: await route(url) };
  return {
    sender: twilioSms(options),
    impatient: twilioSms({ ...options, timeout: 100 }),
    unauthorised: twilioSms({ ...options, authToken: "0".repeat(32) }),
    unreachable: twilioSms({ ...options, baseUrl: await closedUrl() }),
    failNext: (fault) => vendors.failNext("twilio", fault),
    refusesUnsent: true,
    phone: () => [...vendors.outbox()],
    reset: vendors.reset,
    stop: vendors.stop,
  };
}
