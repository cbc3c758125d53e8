import { startEmulators, subscribeDevice } from "@org/local-stack";
import { closedUrl } from "../contracts/canned-server.ts";
import { personal } from "../contracts/failure.ts";
import { key, token } from "../testing/personal-data.ts";
import { directly, type VendorBench } from "../testing/vendor-bench.ts";
import { type PushBench, pushContract } from "./contract.ts";
import { oneSignalPush } from "./onesignal.ts";
import { pushIdOf } from "./port.ts";

const { name, email, phone, text } = personal;
const app = { appId: "app", apiKey: token, product: "mohallamart" } as const;

export const bench: VendorBench = {
  contract: (route) => pushContract("OneSignal", () => start(route)),
  publishedSpec: {
    file: "onesignal.json",
    operations: ["create_notification", "create_user", "delete_user"],
    // The spec still calls the idempotency key `external_id`.
    newer: ["idempotency_key"],
  },
  personalData: {
    protocol: "http",
    calls: {
      "a notification": ({ address: baseUrl, timeout }) =>
        oneSignalPush({ ...app, baseUrl, timeout }).send({
          userId: email,
          title: name,
          body: `${text} ${phone}`,
          data: { name },
          key,
        }),
      "a notification to many": ({ address: baseUrl, timeout }) =>
        oneSignalPush({ ...app, baseUrl, timeout }).sendMany({
          userIds: [email, phone],
          title: name,
          body: text,
          key,
        }),
    },
  },
  outage: {
    message: "onesignal",
    open({ onesignal }) {
      const sender = oneSignalPush({ ...onesignal, product: "mohallamart", baseUrl: onesignal.url });
      return {
        prepare: (vendors) => subscribeDevice(vendors.onesignal, pushIdOf("mohallamart", "user_1")),
        ask: (once) => sender.send({ userId: "user_1", title: "Hello", body: "Hello", key: once }),
      };
    },
  },
  check: {
    refused: { ONESIGNAL_REST_API_KEY: "unknown" },
    says: "OneSignal does not take",
    address: "ONESIGNAL_BASE_URL",
  },
};

async function start(route = directly): Promise<PushBench> {
  const vendors = await startEmulators({ rateLimits: false });
  const { url, ...app } = vendors.onesignal;
  const baseUrl = await route(url);
  const options = { ...app, product: "mohallamart", baseUrl } as const;
  return {
    sender: oneSignalPush(options),
    ofAnotherProduct: oneSignalPush({ ...options, product: "ten-ocean" }),
    impatient: oneSignalPush({ ...options, timeout: 100 }),
    unauthorised: oneSignalPush({ ...options, apiKey: "os_unknown" }),
    unreachable: oneSignalPush({ ...options, baseUrl: await closedUrl() }),
    subscribe: (userId) =>
      subscribeDevice({ appId: app.appId, url: baseUrl }, pushIdOf("mohallamart", userId)),
    failNext: (fault) => vendors.failNext("onesignal", fault),
    devices: () => [...vendors.outbox()],
    reset: vendors.reset,
    stop: vendors.stop,
  };
}
