import type { VendorName } from "@org/local-stack";

export const processNames = ["engine", "worker", "web", "relay", "postgres", "redis"] as const;
export type ProcessName = (typeof processNames)[number];

/** Every way from one process to another that can be cut, as `client-server`. */
export const linkNames = [
  "people-web",
  "web-postgres",
  "worker-postgres",
  "relay-postgres",
  "web-redis",
  "worker-redis",
  "worker-engine",
  "relay-engine",
  "engine-worker",
] as const;
export type LinkName = (typeof linkNames)[number];

/**
 * - `drop`: connections break and new ones are refused;
 * - `stall`: nothing arrives any more, and nobody says so;
 * - `delay`: everything arrives late;
 * - `half-close`: answers end in the middle, and the other direction goes on.
 */
export type Trouble = "drop" | "stall" | "delay" | "half-close";

/**
 * - `down`: a server error, without an effect; `broken`: the connection breaks, without an effect;
 * - `slow`: the answer comes late; `ambiguous`: it took effect, and the answer breaks off; `malformed`: it took effect,
 *   and the answer cannot be read;
 * - `busy`: too many requests.
 */
export type VendorTrouble = "down" | "broken" | "slow" | "ambiguous" | "malformed" | "busy";

/** Times are milliseconds. */
export type Fault =
  | { kind: "kill"; process: ProcessName; downFor: number }
  | { kind: "freeze"; process: ProcessName; lasts: number }
  | { kind: "cut"; link: LinkName; how: Trouble; lasts: number }
  | { kind: "vendor"; vendor: VendorName; how: VendorTrouble; requests: number }
  /** The payment vendor reports everything twice, at one moment. */
  | { kind: "doubled-notices"; lasts: number };

export interface PlannedFault {
  number: number;
  /** How many people are answered since the fault before, until it is this one's turn. */
  afterAnswers: number;
  /** Milliseconds from then. */
  delay: number;
  fault: Fault;
}

/** `kill web for 120 ms`, as it stands in the log. */
export function describeFault(fault: Fault): string {
  if (fault.kind === "kill") return `kill ${fault.process}, down for ${fault.downFor} ms`;
  if (fault.kind === "freeze") return `freeze ${fault.process} for ${fault.lasts} ms`;
  if (fault.kind === "cut") return `${fault.how} ${fault.link} for ${fault.lasts} ms`;
  if (fault.kind === "vendor") return `${fault.vendor} ${fault.how} for ${fault.requests} requests`;
  return `payment notices come twice for ${fault.lasts} ms`;
}
