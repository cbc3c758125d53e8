import { setTimeout as sleep } from "node:timers/promises";
import type { Fault as EmulatorFault } from "@org/local-stack";
import { reasonOf } from "../people/ask.ts";
import { type Fault, linkNames, type PlannedFault, type VendorTrouble } from "../plan/faults.ts";
import type { ChaosStack } from "../stack/start-stack.ts";
import type { FaultRecord, Journal } from "./journal.ts";

/** Milliseconds after which a fault no longer waits for answers: nobody may be answered until the next one is over. */
const longestWait = 12_000;

export interface StrikeOptions {
  stack: ChaosStack;
  journal: Journal;
  plan: readonly PlannedFault[];
  signal: AbortSignal;
  onFault(record: FaultRecord, total: number): void;
}

/**
 * Brings the faults about one after the other, each while those before may still last; ends when all are over, also when
 * it is given up.
 */
export async function strike({ stack, journal, plan, signal, onFault }: StrikeOptions): Promise<void> {
  /** By what they hit: a process that is down is not killed again before it is up. */
  const lasting = new Map<string, Promise<void>>();
  let seen = journal.answered();
  try {
    for (const { number, afterAnswers, delay, fault } of plan) {
      await answersFrom(journal, seen + afterAnswers, signal);
      await sleep(delay, undefined, { signal });
      const target = targetOf(fault);
      await lasting.get(target);
      seen = journal.answered();
      const record: FaultRecord = { number, fault, at: Date.now() };
      onFault(record, plan.length);
      const over = carryOut(stack, fault, record)
        .catch((error) => {
          record.problem = reasonOf(error);
        })
        .then(() => journal.addFault(record));
      lasting.set(target, over);
    }
  } finally {
    // Given up or not: what is down comes up again, and is then there to be ended.
    await Promise.all(lasting.values());
  }
}

async function answersFrom(journal: Journal, count: number, signal: AbortSignal): Promise<void> {
  const end = Date.now() + longestWait;
  while (journal.answered() < count && Date.now() < end) await sleep(20, undefined, { signal });
}

function targetOf(fault: Fault): string {
  if (fault.kind === "cut") return fault.link;
  if (fault.kind === "vendor") return `${fault.vendor} of the vendors`;
  if (fault.kind === "doubled-notices") return fault.kind;
  return fault.process;
}

async function carryOut(stack: ChaosStack, fault: Fault, record: FaultRecord): Promise<void> {
  if (fault.kind === "kill") {
    const part = stack.parts[fault.process];
    await part.kill();
    await sleep(fault.downFor);
    const began = Date.now();
    await part.start();
    record.startedIn = Date.now() - began;
  } else if (fault.kind === "freeze") {
    const part = stack.parts[fault.process];
    await part.freeze();
    await sleep(fault.lasts);
    await part.thaw();
  } else if (fault.kind === "cut") {
    const link = stack.links[fault.link];
    link.trouble(fault.how);
    await sleep(fault.lasts);
    link.mend();
  } else if (fault.kind === "doubled-notices") {
    stack.notices.double(true);
    await sleep(fault.lasts);
    stack.notices.double(false);
  } else {
    stack.emulators.failNext(fault.vendor, { ...emulatorFaults[fault.how], times: fault.requests });
  }
}

const emulatorFaults: Record<VendorTrouble, EmulatorFault> = {
  down: { status: 503 },
  broken: { drop: true },
  slow: { delay: 3_000 },
  ambiguous: { cut: true },
  malformed: { malformed: true },
  busy: { status: 429, retryAfter: 1 },
};

/** Takes everything back that may still be wrong. */
export async function mendAll({ parts, links, emulators, notices }: ChaosStack): Promise<void> {
  for (const name of linkNames) links[name].mend();
  for (const part of Object.values(parts)) await part.thaw();
  emulators.clearFaults();
  notices.double(false);
}
