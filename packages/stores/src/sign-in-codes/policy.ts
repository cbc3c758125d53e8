import type { WrongCodeCounter } from "./port.ts";

/** When wrong codes make the next one wait. */
export interface WrongCodePolicy {
  /** Wrong codes of a stretch after which the first wait begins. */
  free: number;
  /** A stretch ends so many days after its last wrong code, or after its first one. */
  endsAfter: { days: number; of: "last" | "first" };
}

/** A network may be shared by thousands, so its stretch ends whatever they do. */
export const wrongCodePolicies: Readonly<Record<WrongCodeCounter["kind"], WrongCodePolicy>> = {
  address: { free: 5, endsAfter: { days: 7, of: "last" } },
  browser: { free: 5, endsAfter: { days: 7, of: "last" } },
  network: { free: 50, endsAfter: { days: 1, of: "first" } },
};

/** Seconds of the first wait; each wrong code after it doubles it. */
const firstWait = 30;
/** Seconds. */
export const longestWait = 12 * 3_600;
/** Wrong codes of a stretch after which the owner is told. */
export const noticeAfter = 10;

/** Seconds to wait after the nth wrong code of a stretch. */
export function waitAfter(wrong: number, { free }: Pick<WrongCodePolicy, "free">): number {
  return wrong < free ? 0 : Math.min(firstWait * 2 ** (wrong - free), longestWait);
}
