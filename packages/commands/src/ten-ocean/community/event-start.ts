import { Refused } from "../../refusal.ts";

const year = 366 * 24 * 3_600_000;

/** The codes of what `checkStart` throws. */
export const startCodes = ["past", "too-far"] as const;

export type StartCode = (typeof startCodes)[number];

/** @param now ISO 8601, by the store's clock. @throws Refused for a start that has passed, or is likely mistyped. */
export function checkStart(startsAt: string, now: string): void {
  const ahead = new Date(startsAt).getTime() - new Date(now).getTime();
  if (ahead <= 0) {
    throw new Refused({
      ok: false,
      code: "past",
      message: "This time has passed. Enter one that is to come.",
    });
  }
  if (ahead > year) {
    const message = "This is more than a year away. Check the year, or plan it later.";
    throw new Refused({ ok: false, code: "too-far", message });
  }
}
