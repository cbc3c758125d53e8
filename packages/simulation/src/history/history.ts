import type { Fault as VendorFault, VendorName } from "@org/local-stack";
import type { HouseAct } from "./house-acts.ts";
import type { MarketAct } from "./market-acts.ts";

/** What a person does. People and things are named, so that a history that lost some of its acts still makes sense. */
export type Act = MarketAct | HouseAct;

/** What goes wrong. */
export type Fault =
  /** A vendor is down, slow, refuses, or loses its answers, until the night at the latest. */
  | { kind: "vendor"; vendor: VendorName; fault: VendorFault }
  /** At the n-th step from now: it fails before its effect, its answer is lost, or the worker dies after it. */
  | { kind: "worker"; what: "fail" | "lose" | "crash"; after: number }
  /**
   * Of the relay's next batches: the engine refuses them, takes them and the answer is lost, gets them twice or backwards,
   * or gets their first event an hour late.
   */
  | { kind: "relay"; what: "refused" | "lost" | "twice" | "backwards" | "late"; batches: number }
  /** The web app is released, and emits a new version of an event; until then it emits the one before. */
  | { kind: "release" }
  /** What was sent this long ago comes again, as from a queue that had hung. */
  | { kind: "again"; hoursAgo: number };

/** Something that happens, `at` minutes after the first midnight in Bengaluru. */
export type Happening = (Act | Fault) & { at: number };

/** All that there is to know of a play: one history, one result. */
export interface History {
  /** Chance inside of the world, such as ids and the order of what happens at once. */
  seed: number;
  days: number;
  /** In order of time. */
  happenings: readonly Happening[];
}

export const minutesInADay = 24 * 60;

/** The first midnight in Bengaluru: the clocks of New York were set back the night before. */
export const beginning = Date.parse("2026-11-01T18:30:00Z");

export function isFault(happening: Happening): happening is Fault & { at: number } {
  return ["vendor", "worker", "relay", "release", "again"].includes(happening.kind);
}

export function dayOf({ at }: Happening): number {
  return Math.floor(at / minutesInADay);
}
