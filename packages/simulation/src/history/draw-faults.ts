import type { VendorName } from "@org/local-stack";
import type { Dice } from "./dice.ts";
import { type Fault, type Happening, minutesInADay } from "./history.ts";

/** How much goes wrong: nothing, something on most days, or every kind nearly every day. */
export type FaultLevel = "none" | "some" | "all";

const averages = { none: 0, some: 2, all: 8 } as const satisfies Record<FaultLevel, number>;

const vendors = [
  ...(["resend", "twilio", "onesignal", "msg91"] as const),
  ...(["partners", "slack", "typesense", "upstash", "razorpay"] as const),
] as const satisfies readonly [VendorName, ...VendorName[]];

interface Wanted {
  days: number;
  level: FaultLevel;
}

export function drawFaults(dice: Dice, { days, level }: Wanted): Happening[] {
  if (level === "none") return [];
  const release: Happening = { kind: "release", at: Math.floor(days / 2) * minutesInADay + 13 * 60 };
  const byDay = Array.from({ length: days }, (_none, day) => {
    const ofDay = dice.named(`${day}`);
    const count = ofDay.whole(0, averages[level] * 2);
    return Array.from({ length: count }, () => ({
      ...drawFault(ofDay),
      // In the day: the night is for what the day left behind.
      at: day * minutesInADay + ofDay.whole(6 * 60, minutesInADay - 1),
    }));
  });
  return [release, ...byDay.flat()];
}

function drawFault(dice: Dice): Fault {
  switch (dice.weighted({ vendor: 50, worker: 30, relay: 15, again: 5 })) {
    case "vendor":
      return { kind: "vendor", vendor: dice.one(vendors), fault: drawVendorFault(dice) };
    case "worker":
      return { kind: "worker", what: dice.one(["fail", "lose", "crash"]), after: dice.whole(1, 40) };
    case "relay":
      return {
        kind: "relay",
        what: dice.one(["refused", "lost", "twice", "backwards", "late"]),
        batches: dice.whole(1, 3),
      };
    case "again":
      return { kind: "again", hoursAgo: dice.whole(1, 72) };
  }
}

function drawVendorFault(dice: Dice): Extract<Fault, { kind: "vendor" }>["fault"] {
  const few = dice.whole(1, 4);
  switch (dice.weighted({ down: 15, failing: 25, busy: 15, refusing: 10, slow: 5, cut: 15, malformed: 15 })) {
    // Until the night, when vendors are well again.
    case "down":
      return { drop: true, times: 10_000 };
    case "failing":
      return { status: dice.one([500, 502, 503]), times: few };
    case "busy":
      return { status: 429, retryAfter: dice.whole(1, 30), times: few };
    case "refusing":
      return { status: 400, times: 1 };
    case "slow":
      return { delay: 20, times: few };
    // The request has had its effect: whoever asks again unguarded doubles it.
    case "cut":
      return { cut: true, times: few };
    case "malformed":
      return { malformed: true, times: few };
  }
}
