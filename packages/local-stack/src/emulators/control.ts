import type { Fault, PendingFault } from "./faults.ts";
import type { Answered, Gateway } from "./gateway.ts";
import type { Listeners } from "./listeners.ts";
import { type VendorName, vendorNames } from "./vendors.ts";

export interface EmulatorsState {
  /** Whether the vendors' published rate limits apply. */
  rateLimits: boolean;
  vendors: VendorState[];
}

export interface VendorState {
  name: VendorName;
  url: string;
  /** What the next requests will meet. */
  faults: readonly PendingFault[];
  /** How the last requests ended, oldest first. */
  answered: readonly Answered[];
}

/** What a test or a person can do to the running emulators. */
export interface Control {
  state(): EmulatorsState;
  /** Makes the next requests to a vendor fail; several calls queue up. @throws ZodError on an unknown kind. */
  failNext(vendor: VendorName, fault: Fault): void;
  /** Takes back the faults that no request has met yet; default: those of every vendor. Messages stay. */
  clearFaults(vendor?: VendorName): void;
  setRateLimits(enabled: boolean): void;
  /** Forgets messages, idempotency keys and faults. */
  reset(): Promise<void>;
}

export type Gateways = ReadonlyMap<VendorName, Gateway>;

export interface ControlParts {
  gateways: Gateways;
  limits: { enabled: boolean };
  /** Forgets messages and idempotency keys. */
  empty(): Promise<void>;
}

/** `watch` also hears of every request. */
export function createControl({ gateways, limits, empty }: ControlParts): Control & Pick<Listeners, "watch"> {
  const clearFaults = (vendor?: VendorName) => {
    for (const name of vendor ? [vendor] : vendorNames) gatewayOf(gateways, name).faults.clear();
  };
  return {
    state: () => ({
      rateLimits: limits.enabled,
      vendors: [...gateways].map(([name, { url, faults, answered }]) => ({
        name,
        url,
        faults: faults.pending(),
        answered: answered(),
      })),
    }),
    failNext: (vendor, fault) => gatewayOf(gateways, vendor).faults.add(fault),
    clearFaults,
    setRateLimits(enabled) {
      limits.enabled = enabled;
    },
    async reset() {
      clearFaults();
      await empty();
    },
    watch(listener) {
      const ends = [...gateways.values()].map(({ watch }) => watch(listener));
      return () => {
        for (const end of ends) end();
      };
    },
  };
}

/** @throws Error naming the vendors there are. */
export function gatewayOf(gateways: Gateways, vendor: VendorName): Gateway {
  const gateway = gateways.get(vendor);
  if (!gateway) throw new Error(`There is no emulator "${vendor}". There are: ${vendorNames.join(", ")}.`);
  return gateway;
}
