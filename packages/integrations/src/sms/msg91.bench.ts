import { startEmulators } from "@org/local-stack";
import { closedUrl } from "../contracts/canned-server.ts";
import { personal } from "../contracts/failure.ts";
import { personalSms, token } from "../testing/personal-data.ts";
import { directly, type VendorBench } from "../testing/vendor-bench.ts";
import { type SmsBench, smsContract } from "./contract.ts";
import { msg91Sms } from "./msg91.ts";

export const bench: VendorBench = {
  contract: (route) => smsContract("MSG91", () => start(route)),
  personalData: {
    protocol: "http",
    calls: {
      "a text": ({ address: baseUrl, timeout }) =>
        msg91Sms({ authKey: token, templates: { text: "t1" }, baseUrl, timeout }).send(personalSms),
    },
  },
  outage: {
    message: "msg91",
    open({ msg91 }) {
      const sender = msg91Sms({ ...msg91, baseUrl: msg91.url });
      const template = { name: "text", values: { text: "Hello" } };
      return { ask: (key) => sender.send({ to: personal.phone, body: personal.text, template, key }) };
    },
  },
};

async function start(route = directly): Promise<SmsBench> {
  const vendors = await startEmulators({ rateLimits: false });
  const { url, ...account } = vendors.msg91;
  const options = { ...account, baseUrl: await route(url) };
  return {
    sender: msg91Sms(options),
    impatient: msg91Sms({ ...options, timeout: 100 }),
    unauthorised: msg91Sms({ ...options, authKey: "0".repeat(24) }),
    unreachable: msg91Sms({ ...options, baseUrl: await closedUrl() }),
    failNext: (fault) => vendors.failNext("msg91", fault),
    refusesUnsent: false,
    phone: () => [...vendors.outbox()],
    reset: vendors.reset,
    stop: vendors.stop,
  };
}
