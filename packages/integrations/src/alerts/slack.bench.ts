import { startEmulators } from "@org/local-stack";
import { closedUrl } from "../contracts/canned-server.ts";
import { personal } from "../contracts/failure.ts";
import { personalAlert, token } from "../testing/personal-data.ts";
import { directly, type VendorBench } from "../testing/vendor-bench.ts";
import { type AlertBench, alertContract } from "./contract.ts";
import { slackAlerts } from "./slack.ts";

export const bench: VendorBench = {
  contract: (route) => alertContract("Slack", "ambiguous", () => start(route)),
  personalData: {
    protocol: "http",
    calls: {
      "an alert": ({ address: baseUrl, timeout }) =>
        slackAlerts({ token, channel: personal.name, baseUrl, timeout }).send(personalAlert),
    },
  },
  outage: {
    message: "slack",
    open({ slack }) {
      const sender = slackAlerts({ ...slack, baseUrl: slack.url });
      const alert = {
        group: "g",
        severity: "warning",
        title: "Slow",
        text: "It is slow.",
        at: "2026-11-02T04:30:00.000Z",
      } as const;
      return { ask: (key) => sender.send({ ...alert, key }) };
    },
  },
  check: {
    refused: { SLACK_BOT_TOKEN: "xoxb-unknown" },
    says: "Slack does not take SLACK_BOT_TOKEN",
    address: "SLACK_BASE_URL",
  },
};

async function start(route = directly): Promise<AlertBench> {
  const vendors = await startEmulators({ rateLimits: false });
  const { url, ...account } = vendors.slack;
  const options = { ...account, baseUrl: await route(url) };
  return {
    sender: slackAlerts(options),
    impatient: slackAlerts({ ...options, timeout: 100 }),
    unauthorised: slackAlerts({ ...options, token: "xoxb-unknown" }),
    unreachable: slackAlerts({ ...options, baseUrl: await closedUrl() }),
    failNext: (fault) => vendors.failNext("slack", fault),
    told: () => [...vendors.outbox()],
    reset: vendors.reset,
    stop: vendors.stop,
  };
}
