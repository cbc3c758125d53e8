import { setTimeout as sleep } from "node:timers/promises";
import { randomOf } from "../plan/random.ts";
import { answer, confirm, decide, plan, register, repair } from "./house-acts.ts";
import { cancel, changePrice, order } from "./market-acts.ts";
import type { Known, Scene } from "./scene.ts";

/** What somebody may do next. */
const wishes = {
  cash: (scene: Scene) => order(scene, "cash"),
  prepaid: (scene: Scene) => order(scene, "prepaid"),
  cancel,
  register,
  confirm,
  decide,
  plan,
  answer,
  repair,
  changePrice,
};

/** How often each is what they do, of a hundred. */
const shares: Record<keyof typeof wishes, number> = {
  cash: 26,
  prepaid: 18,
  cancel: 11,
  register: 8,
  confirm: 8,
  decide: 5,
  plan: 3,
  answer: 10,
  repair: 6,
  changePrice: 5,
};

export interface PeopleOptions extends Pick<Scene, "cast" | "journal"> {
  seed: number;
  /** How many act at one time. */
  count: number;
}

/** Has people act until `isOver`; what a number draws is the same for a seed, how far each gets is not. */
export async function letPeopleAct(options: PeopleOptions, isOver: () => boolean): Promise<void> {
  const { cast, journal, seed, count } = options;
  const known: Known = { orders: [], unproven: [], applicants: [], gatherings: [], busy: new Set() };
  let number = 0;
  const act = async () => {
    while (!isOver()) {
      number += 1;
      const random = randomOf(seed, `act ${number}`);
      await wishes[random.weighted(shares)]({ cast, journal, known, random, number });
      await sleep(random.integer(0, 250));
    }
  };
  await Promise.all(Array.from({ length: count }, act));
}
