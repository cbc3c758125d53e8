import { createHash } from "node:crypto";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

export interface Random {
  /** A whole number, both ends included. */
  integer(from: number, to: number): number;
  pick<Item>(items: readonly Item[]): Item;
  /** One of the names, each as often as its weight says. */
  weighted<Name extends string>(weights: Readonly<Record<Name, number>>): Name;
  /** True in so many of a hundred cases. */
  percent(share: number): boolean;
}

/** Draws that depend on the seed and the label alone, so that what is drawn elsewhere changes nothing here. */
export function randomOf(seed: number, label: string): Random {
  const digest = createHash("sha256").update(`${seed}:${label}`).digest();
  const generator = xoroshiro128plus(digest.readInt32BE());
  const integer = (from: number, to: number) => uniformInt(generator, from, to);
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[integer(0, items.length - 1)];
    if (item === undefined) throw new Error("There is nothing to pick from an empty list.");
    return item;
  };
  return {
    integer,
    pick,
    weighted(weights) {
      const names = namesOf(weights).flatMap((name) => Array<typeof name>(weights[name]).fill(name));
      return pick(names);
    },
    percent: (share) => integer(1, 100) <= share,
  };
}

/** `Object.keys` of a constant object literal: exactly its own keys. */
function namesOf<Name extends string>(weights: Readonly<Record<Name, number>>): Name[] {
  return Object.keys(weights) as Name[];
}
