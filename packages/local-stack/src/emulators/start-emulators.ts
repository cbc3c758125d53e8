import { mkdir } from "node:fs/promises";
import { type Listener, listen } from "../network/listen.ts";
import type { Fault } from "./faults.ts";
import { type Gateway, openGateway } from "./gateway.ts";
import { inboxApp } from "./inbox/app.ts";
import { type Outbox, openOutbox, type SentMessage } from "./outbox.ts";
import type { VendorEmulator } from "./vendor.ts";
import { resendApiKey, resendEmulator } from "./vendors/resend.ts";
import { twilioAccount, twilioEmulator } from "./vendors/twilio.ts";

const factories = { resend: resendEmulator, twilio: twilioEmulator };

export type VendorName = keyof typeof factories;
/** Everything that listens: the vendors and the page of sent messages. */
export type EmulatorName = VendorName | "inbox";

export const vendorNames: readonly VendorName[] = ["resend", "twilio"];

export interface EmulatorsOptions {
  /** Folder to keep messages and state in. Default: nothing outlives the process. */
  stateDir?: string;
  /** Default: any free port each. */
  ports?: Partial<Record<EmulatorName, number>>;
  /** Whether the vendors' published rate limits apply. Default: true. */
  rateLimits?: boolean;
}

export interface Emulators {
  resend: { url: string; apiKey: string };
  twilio: { url: string; accountSid: string; authToken: string; from: string };
  /** The page that shows what was sent; `/messages` on it is the JSON API. */
  inbox: { url: string };
  /** Makes the next requests to a vendor fail; several calls queue up. @throws ZodError on an unknown kind. */
  failNext(vendor: VendorName, fault: Fault): void;
  /** Every message that left, oldest first. */
  outbox(): readonly SentMessage[];
  setRateLimits(enabled: boolean): void;
  /** Forgets messages, idempotency keys and faults. */
  reset(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the vendors' APIs on 127.0.0.1 for their real clients to talk to. */
export async function startEmulators(options: EmulatorsOptions = {}): Promise<Emulators> {
  if (options.stateDir) await mkdir(options.stateDir, { recursive: true });
  const outbox = openOutbox(options.stateDir);
  const limits = { enabled: options.rateLimits ?? true };
  const vendors = await createVendors(outbox, options.stateDir);
  const gateways = await openGateways(vendors, options.ports ?? {}, () => limits.enabled);
  const reset = async () => {
    for (const { faults } of gateways.values()) faults.clear();
    await Promise.all([...vendors.values()].map((vendor) => vendor.reset()));
    outbox.clear();
  };
  const app = inboxApp({ outbox, gateways, limits, reset });
  const inbox = await listen(options.ports?.inbox ?? 0, (request) => app.fetch(request));
  return {
    resend: { url: gatewayOf(gateways, "resend").url, apiKey: resendApiKey },
    twilio: { url: gatewayOf(gateways, "twilio").url, ...twilioAccount },
    inbox: { url: inbox.url },
    failNext: (vendor, fault) => gatewayOf(gateways, vendor).faults.add(fault),
    outbox: outbox.all,
    setRateLimits: (enabled) => {
      limits.enabled = enabled;
    },
    reset,
    stop: () => closeAll([inbox, ...gateways.values(), ...vendors.values()]),
  };
}

async function createVendors(outbox: Outbox, stateDir?: string): Promise<Map<VendorName, VendorEmulator>> {
  const created = vendorNames.map(
    async (name) => [name, await factories[name]({ outbox, stateDir })] as const,
  );
  return new Map(await Promise.all(created));
}

async function openGateways(
  vendors: Map<VendorName, VendorEmulator>,
  ports: EmulatorsOptions["ports"] & object,
  limitsApply: () => boolean,
): Promise<Map<VendorName, Gateway>> {
  const opened = [...vendors].map(
    async ([name, vendor]) =>
      [name, await openGateway({ vendor, port: ports[name] ?? 0, limitsApply })] as const,
  );
  return new Map(await Promise.all(opened));
}

function gatewayOf(gateways: Map<VendorName, Gateway>, vendor: VendorName): Gateway {
  const gateway = gateways.get(vendor);
  if (!gateway) throw new Error(`There is no emulator "${vendor}". There are: ${vendorNames.join(", ")}.`);
  return gateway;
}

async function closeAll(parts: (Pick<Listener, "close"> | VendorEmulator)[]): Promise<void> {
  await Promise.all(parts.map((part) => part.close()));
}
