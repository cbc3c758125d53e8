import { mkdir } from "node:fs/promises";
import { listen } from "../network/listen.ts";
import { type Control, createControl, gatewayOf } from "./control.ts";
import { type Gateway, type GatewayOptions, openGateway } from "./gateway.ts";
import { inboxApp } from "./inbox/app.ts";
import { openOutbox, type SentMessage } from "./outbox.ts";
import type { EmulatorState, VendorEmulator } from "./vendor.ts";
import { perVendor, type VendorName, vendorNames, vendors } from "./vendors.ts";

/** Everything that listens: the vendors and the page of sent messages. */
export type EmulatorName = VendorName | "inbox";

export interface EmulatorsOptions {
  /** Folder to keep messages and state in. Default: nothing outlives the process. */
  stateDir?: string;
  /** Default: any free port each. */
  ports?: Partial<Record<EmulatorName, number>>;
  /** Whether the vendors' published rate limits apply. Default: true. */
  rateLimits?: boolean;
  /**
   * The vendors' clock, milliseconds since 1970: what rate limits and the lives of idempotency keys count by. Default:
   * the computer's; for tests in virtual time, theirs.
   */
  now?: () => number;
  /** A real Redis behind the Upstash emulator; a reset empties its database. Default: Redis in memory. */
  redisUrl?: string;
  /** Where Razorpay sends its signed webhooks. Default: nowhere. */
  paymentWebhookUrl?: string;
  /**
   * Whether those come twice and overtake each other, by the computer's clock. Default: true, as Razorpay warns. Without it
   * each is sent once and at once, for a play that brings about the rest in its own time.
   */
  unrulyPaymentWebhooks?: boolean;
  /** Milliseconds until a bank has a refund. Default: 3 seconds; `Infinity`: when `settleRefunds` says so. */
  refundsTake?: number;
  /** Where vendors report what became of messages: `<this>/resend`, `/twilio` and so on. Default: nowhere. */
  reportsUrl?: string;
  /** Where the delivery partner sends its signed webhooks. Default: nowhere. */
  parcelWebhookUrl?: string;
  /** Where people reach the web app, as it stands in the registered texts. Default: `https://mohallamart.test`. */
  webUrl?: string;
  /**
   * External ids of users who have allowed notifications in a browser, as the vendor's web SDK would have told it; also
   * after a reset. Default: nobody, as with a new account.
   */
  pushUsers?: readonly string[];
  /**
   * Whether identity verification is on in the push vendor's app: no device is somebody's without a token that
   * the account's identity key has signed. Default: off, as with a new account.
   */
  verifiesPushUsers?: boolean;
}

/** By vendor, what its client needs: the URL and the emulated account's credentials. */
type Connections = {
  [Name in VendorName]: { url: string } & (typeof vendors)[Name]["connection"];
};

export interface Emulators extends Connections, Control {
  /** The page that shows what was sent; `/messages` on it is the JSON API. */
  inbox: { url: string };
  /** Every message that left, oldest first. */
  outbox(): readonly SentMessage[];
  /** Environment variables that point an app at all of them. */
  environment: Record<string, string>;
  stop(): Promise<void>;
}

/** Starts the vendors' APIs on 127.0.0.1 for their real clients to talk to. */
export async function startEmulators(options: EmulatorsOptions = {}): Promise<Emulators> {
  const { stateDir, redisUrl, paymentWebhookUrl, unrulyPaymentWebhooks, refundsTake } = options;
  const { reportsUrl, parcelWebhookUrl } = options;
  const { pushUsers, verifiesPushUsers } = options;
  const { ports = {}, now = Date.now, webUrl = "https://mohallamart.test" } = options;
  if (stateDir) await mkdir(stateDir, { recursive: true });
  const outbox = openOutbox(stateDir);
  const limits = { enabled: options.rateLimits ?? true };
  const running = await startAll({
    outbox,
    stateDir,
    redisUrl,
    paymentWebhookUrl,
    unrulyPaymentWebhooks,
    refundsTake,
    reportsUrl,
    parcelWebhookUrl,
    pushUsers,
    verifiesPushUsers,
    webUrl,
    now,
  });
  const gateways = await openAll(running, ports, { limitsApply: () => limits.enabled, now });
  const { watch, ...control } = createControl({
    gateways,
    limits,
    async empty() {
      await Promise.all([...running.values()].map((vendor) => vendor.reset()));
      outbox.clear();
    },
  });
  const app = inboxApp({ outbox, control, watchVendors: watch });
  const inbox = await listen(ports.inbox ?? 0, (request) => app.fetch(request));
  const urlOf = (name: VendorName) => gatewayOf(gateways, name).url;
  return {
    ...connections(urlOf),
    inbox: { url: inbox.url },
    ...control,
    outbox: outbox.all,
    environment: Object.assign({}, ...vendorNames.map((name) => vendors[name].environment(urlOf(name)))),
    async stop() {
      await Promise.all([inbox, ...gateways.values(), ...running.values()].map((part) => part.close()));
    },
  };
}

async function startAll(state: EmulatorState): Promise<Map<VendorName, VendorEmulator>> {
  const started = vendorNames.map(async (name) => [name, await vendors[name].start(state)] as const);
  return new Map(await Promise.all(started));
}

async function openAll(
  running: Map<VendorName, VendorEmulator>,
  ports: Partial<Record<EmulatorName, number>>,
  options: Pick<GatewayOptions, "limitsApply" | "now">,
): Promise<Map<VendorName, Gateway>> {
  const opened = [...running].map(
    async ([name, vendor]) =>
      [name, await openGateway({ vendor, port: ports[name] ?? 0, ...options })] as const,
  );
  return new Map(await Promise.all(opened));
}

/** Each vendor's own connection with its URL. */
function connections(urlOf: (name: VendorName) => string): Connections {
  return perVendor((name) => ({ ...vendors[name].connection, url: urlOf(name) })) as Connections;
}
