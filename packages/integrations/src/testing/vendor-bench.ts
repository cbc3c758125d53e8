import type { Emulators, VendorName } from "@org/local-stack";
import type { Log } from "../log.ts";

/** How a bench's adapters reach the emulator at a URL: directly, or through something that listens in. */
export type Route = (vendorUrl: string) => Promise<string>;

export const directly: Route = async (vendorUrl) => vendorUrl;

/** For a suite that says nothing about a vendor: why not. */
interface NotApplicable {
  because: string;
}

/** A vendor at its most indiscreet: it quotes everything it was sent in everything it answers. */
export interface IndiscreetVendor {
  /** Of `http`, a base URL; of `redis`, a host with a port. */
  address: string;
  /** Milliseconds of patience. */
  timeout: number;
  log: Log;
}

export interface PersonalDataBench {
  protocol: "http" | "redis";
  /** By what they do: calls that together carry everything in `testing/personal-data.ts`. */
  calls: Record<string, (vendor: IndiscreetVendor) => Promise<unknown>>;
}

interface OutageBench {
  /** Whether this machine can run the vendor's stand-in; default true. */
  isPossible?: boolean;
  /** Whose message arrives, once for each key, when `ask` has worked. */
  message?: VendorName;
  /** Opens one adapter for the whole test, as in a process that outlives its vendors' bad hours. */
  open(vendors: Emulators & { redisUrl: string }): {
    /** One call that works while the vendor is up; `key` is another one every time. */
    ask(key: string): Promise<unknown>;
    /** What the account has to hold before; repeated when the vendor is back. */
    prepare?(vendors: Emulators): Promise<unknown>;
    close?(): Promise<void>;
  };
}

/** Of a vendor that can be asked whether it takes what is configured. */
interface CheckBench {
  /** Variables with values that it does not take. */
  refused: Record<string, string>;
  /** A part of what is said then. */
  says: string;
  /** The variable that holds its address, where that is a variable of its own. */
  address?: string;
}

/** An OpenAPI document of the vendor. */
export interface PublishedSpec {
  /** The file in the folder of specs. */
  file: string;
  /** The ids of the operations that the adapter and its tests use: proof that the check saw them. */
  operations: string[];
  /** Request fields that the vendor documents elsewhere but has not put into this spec. */
  newer?: string[];
  /** Where the spec itself is wrong: what the check says, and why that is right all the same. */
  wrong?: { violation: RegExp; because: string }[];
}

/** What the suites over all vendors need of one; stands beside the adapter as `<vendor>.bench.ts`, exported as `bench`. */
export interface VendorBench {
  /** Runs the port's contract suite with the adapter before the vendor's emulator. */
  contract(route?: Route): void;
  personalData: PersonalDataBench | NotApplicable;
  outage: OutageBench | NotApplicable;
  /** Absent where its definition says why it cannot be asked. */
  check?: CheckBench;
  /** Where the vendor publishes one: what is sent and answered during the contract suite is held against it. */
  publishedSpec?: PublishedSpec;
}
