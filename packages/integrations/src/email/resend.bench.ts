import { startEmulators } from "@org/local-stack";
import { closedUrl } from "../contracts/canned-server.ts";
import { personal } from "../contracts/failure.ts";
import { key, token } from "../testing/personal-data.ts";
import { directly, type IndiscreetVendor, type VendorBench } from "../testing/vendor-bench.ts";
import { type EmailBench, emailContract } from "./contract.ts";
import { resendEmail } from "./resend.ts";

const from = "MohallaMart <orders@mohallamart.example>";
const { name, email, phone, text } = personal;
const html = `<p>Dear ${name}, ${text}</p>`;

const quoting = ({ address: baseUrl, timeout }: IndiscreetVendor) =>
  resendEmail({ apiKey: token, from, baseUrl, timeout });

export const bench: VendorBench = {
  contract: (route) => emailContract("Resend", () => startResend(route)),
  publishedSpec: { file: "resend.yaml", operations: ["emails/send", "emails/send-batch"] },
  personalData: {
    protocol: "http",
    calls: {
      "one email": (vendor) =>
        quoting(vendor).send({ to: `${name} <${email}>`, subject: name, html, text, key }),
      "a batch": (vendor) =>
        quoting(vendor).sendBatch([{ to: email, subject: `${name} ${phone}`, html, text }], key),
    },
  },
  outage: {
    message: "resend",
    open({ resend }) {
      const sender = resendEmail({ ...resend, baseUrl: resend.url, from });
      return { ask: (once) => sender.send({ to: email, subject: "Hello", html, text, key: once }) };
    },
  },
  check: {
    refused: { RESEND_API_KEY: "re_unknown" },
    says: "Resend does not take RESEND_API_KEY",
    address: "RESEND_BASE_URL",
  },
};

export async function startResend(route = directly): Promise<EmailBench> {
  const vendors = await startEmulators({ rateLimits: false });
  const { url, apiKey } = vendors.resend;
  const options = { apiKey, from, baseUrl: await route(url) };
  return {
    sender: resendEmail(options),
    impatient: resendEmail({ ...options, timeout: 100 }),
    unauthorised: resendEmail({ ...options, apiKey: "re_unknown" }),
    unreachable: resendEmail({ ...options, baseUrl: await closedUrl() }),
    failNext: (fault) => vendors.failNext("resend", fault),
    mailbox: () => [...vendors.outbox()],
    reset: vendors.reset,
    stop: vendors.stop,
  };
}
