import type { ReadyForm } from "../people/acts.ts";
import { ask, type Told } from "../people/ask.ts";
import type { Visitor } from "../people/visitor.ts";
import type { Random } from "../plan/random.ts";
import type { Cast, Resident } from "./cast.ts";
import type { Deed, Journal } from "./journal.ts";

/** What people know of each other's doings. */
export interface Known {
  orders: { orderId: string; browser: Visitor }[];
  /** Who filled in a registration and has not proven the address yet. */
  unproven: { userId: string; email: string; browser: Visitor }[];
  applicants: { userId: string; email: string }[];
  gatherings: { eventId: string; answers: Map<Resident, "going" | "declined" | "asking"> }[];
  /** Products whose price is being changed: two changes at one time would have no last one. */
  busy: Set<string>;
}

/** What somebody's act has around it. */
export interface Scene {
  cast: Cast;
  journal: Journal;
  known: Known;
  random: Random;
  /** Of the act. */
  number: number;
}

/**
 * Asks for something and writes down what came of it.
 * @param deed is asked once it is over, since a payment has no id before
 */
export async function doing(
  { journal, random }: Scene,
  visitor: Visitor,
  deed: () => Deed,
  prepare: () => Promise<ReadyForm>,
): Promise<{ id: string; told: Told }> {
  const began = Date.now();
  const { ready, told } = await ask(visitor, random, prepare);
  const id = ready?.id ?? "";
  const { answer, tries } = told;
  const said = "said" in told ? told.said : undefined;
  journal.add({ ...deed(), id, answer, said, tries, began, ended: Date.now() });
  return { id, told };
}
