import { createWriteStream } from "node:fs";
import { join } from "node:path";
import type { Response } from "../people/acts.ts";
import type { Told } from "../people/ask.ts";
import type { Fault } from "../plan/faults.ts";

/** What somebody asked for. `id` is the order's, the resident's, the event's, the request's or the product's. */
export type Deed =
  | { what: "order"; shopId: string; email: string; phone: string; payment: "cash" | "prepaid" }
  | { what: "payment"; paymentId: string }
  | { what: "cancellation" }
  | { what: "registration"; email: string }
  | { what: "confirmation"; email: string }
  | { what: "decision"; status: "verified" | "rejected"; email: string }
  | { what: "gathering"; title: string; capacity: number }
  | { what: "answer"; userId: string; response: Response }
  | { what: "repair"; userId: string; email: string }
  | { what: "price"; price: number };

export type Act = Deed & {
  /** Empty when the form with it never came. */
  id: string;
  answer: Told["answer"];
  /** What they were told when it was no acknowledgement. */
  said?: string;
  tries: number;
  /** Milliseconds since 1970. */
  began: number;
  ended: number;
};

export interface FaultRecord {
  number: number;
  fault: Fault;
  /** Milliseconds since 1970. */
  at: number;
  /** Milliseconds from the next start of a killed process until it answered. */
  startedIn?: number;
  /** Why it did not come up again. */
  problem?: string;
}

/** All that was done and all that was broken, also on disk as it happens. */
export interface Journal {
  acts: readonly Act[];
  faults: readonly FaultRecord[];
  /** How many people were answered with an acknowledgement. */
  answered(): number;
  add(act: Act): void;
  addFault(record: FaultRecord): void;
}

export function openJournal(folder: string): Journal {
  const acts: Act[] = [];
  const faults: FaultRecord[] = [];
  let answered = 0;
  const writeAct = linesTo(join(folder, "acts.jsonl"));
  const writeFault = linesTo(join(folder, "faults.jsonl"));
  return {
    acts,
    faults,
    answered: () => answered,
    add(act) {
      acts.push(act);
      if (act.answer === "acknowledged") answered += 1;
      writeAct(act);
    },
    addFault(record) {
      faults.push(record);
      writeFault(record);
    },
  };
}

function linesTo(file: string): (entry: object) => void {
  const stream = createWriteStream(file, { flags: "a" });
  return (entry) => void stream.write(`${JSON.stringify(entry)}\n`);
}

/** The acts of one kind. */
export function actsOf<What extends Act["what"]>(
  acts: readonly Act[],
  what: What,
): Extract<Act, { what: What }>[] {
  return acts.filter((act): act is Extract<Act, { what: What }> => act.what === what);
}
