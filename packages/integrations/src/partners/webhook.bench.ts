import { startEmulators } from "@org/local-stack";
import { closedUrl } from "../contracts/canned-server.ts";
import { personal } from "../contracts/failure.ts";
import { key, signingSecret, token } from "../testing/personal-data.ts";
import type { VendorBench } from "../testing/vendor-bench.ts";
import { type PartnerBench, partnerContract } from "./contract.ts";
import type { Partner, PartnerName } from "./port.ts";
import { type WebhookPartnerOptions, webhookPartners } from "./webhook.ts";

const names: PartnerName[] = ["crm", "accounting", "delivery"];

export const bench: VendorBench = {
  contract: () => {
    for (const name of names) partnerContract(name, () => start(name));
  },
  personalData: {
    protocol: "http",
    calls: {
      // A partner's URL may hold a token.
      "a message": ({ address, timeout }) =>
        partnerOf("crm", { url: `${address}/${token}`, secret: signingSecret, timeout }).send({
          type: "customer.updated",
          occurredAt: new Date().toISOString(),
          data: { ...personal },
          key,
        }),
    },
  },
  outage: {
    message: "partners",
    open({ partners: { url, secrets } }) {
      const crm = partnerOf("crm", { url: `${url}/crm`, secret: secrets.crm });
      return {
        ask: (once) =>
          crm.send({ type: "order.created", occurredAt: new Date().toISOString(), data: {}, key: once }),
      };
    },
  },
};

async function start(name: PartnerName): Promise<PartnerBench> {
  const vendors = await startEmulators({ rateLimits: false });
  const { url, secrets } = vendors.partners;
  const options = { url: `${url}/${name}`, secret: secrets[name] };
  return {
    partner: partnerOf(name, options),
    impatient: partnerOf(name, { ...options, timeout: 100 }),
    unauthorised: partnerOf(name, { ...options, secret: `whsec_${btoa("a secret that nobody knows")}` }),
    unreachable: partnerOf(name, { ...options, url: await closedUrl() }),
    failNext: (fault) => vendors.failNext("partners", fault),
    received: () => vendors.outbox().map(({ text }) => JSON.parse(text ?? "")),
    reset: vendors.reset,
    stop: vendors.stop,
  };
}

function partnerOf(name: PartnerName, options: WebhookPartnerOptions): Partner {
  const partner = webhookPartners({ [name]: options })[name];
  if (!partner) throw new Error(`The partner ${name} was configured and is not there.`);
  return partner;
}
