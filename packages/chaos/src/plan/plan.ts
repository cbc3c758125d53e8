import { type Fault, linkNames, type PlannedFault, processNames } from "./faults.ts";
import { type Random, randomOf } from "./random.ts";

/** How often each process is the one that is killed, of a hundred. */
const killed = { worker: 27, engine: 21, web: 18, postgres: 14, relay: 11, redis: 9 };
const otherKinds = { freeze: 32, cut: 38, vendor: 25, doubled: 5 };
const troubles = { drop: 35, stall: 20, delay: 20, "half-close": 25 };
const vendors = { resend: 28, msg91: 20, twilio: 8, razorpay: 24, typesense: 12, onesignal: 8 };
const vendorTroubles = { down: 30, broken: 15, slow: 20, ambiguous: 20, malformed: 5, busy: 10 };

/** So many kills, each with one other fault somewhere around it: the same for a seed wherever it is drawn. */
export function drawPlan(seed: number, kills: number): PlannedFault[] {
  const planned: PlannedFault[] = [];
  for (let index = 0; index < kills; index++) {
    const random = randomOf(seed, `fault ${index}`);
    const faults = [drawKill(random), drawOther(random)];
    if (random.percent(50)) faults.reverse();
    for (const fault of faults) {
      const [afterAnswers, delay] = [random.integer(0, 3), random.integer(0, 900)];
      planned.push({ number: planned.length + 1, afterAnswers, delay, fault });
    }
  }
  return planned;
}

function drawKill(random: Random): Fault {
  return { kind: "kill", process: random.weighted(killed), downFor: random.integer(0, 1_500) };
}

function drawOther(random: Random): Fault {
  const kind = random.weighted(otherKinds);
  const lasts = random.integer(200, 5_000);
  if (kind === "freeze") return { kind, process: random.pick(processNames), lasts };
  if (kind === "cut") return { kind, link: random.pick(linkNames), how: random.weighted(troubles), lasts };
  if (kind === "doubled") return { kind: "doubled-notices", lasts };
  const how = random.weighted(vendorTroubles);
  return { kind, vendor: random.weighted(vendors), how, requests: random.integer(1, 4) };
}
