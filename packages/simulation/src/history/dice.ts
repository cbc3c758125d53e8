import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** What a history is drawn with. */
export interface Dice {
  /** A whole number, both ends included. */
  whole(from: number, to: number): number;
  /** Whether something happens that does so `percent` of the time. */
  happens(percent: number): boolean;
  one<const Value>(values: readonly [Value, ...Value[]]): Value;
  /** Each as often as its weight says. */
  weighted<Name extends string>(weights: Readonly<Record<Name, number>>): Name;
  /** Another set, which follows from the seed and the name: what one draws changes nothing of what the others do. */
  named(name: string): Dice;
}

export function createDice(seed: number, name = ""): Dice {
  const random = xoroshiro128plus(mixed(seed, name));
  const whole = (from: number, to: number) => uniformInt(random, from, to);
  return {
    whole,
    happens: (percent) => whole(1, 10_000) <= percent * 100,
    one: ([first, ...rest]) => rest[whole(0, rest.length) - 1] ?? first,
    weighted: (weights) => pick(namesOf(weights), weights, whole),
    named: (inner) => createDice(seed, `${name}/${inner}`),
  };
}

function pick<Name extends string>(
  names: readonly Name[],
  weights: Readonly<Record<Name, number>>,
  whole: Dice["whole"],
): Name {
  let left = whole(
    1,
    names.reduce((sum, name) => sum + weights[name], 0),
  );
  for (const name of names) {
    left -= weights[name];
    if (left <= 0) return name;
  }
  throw new Error("Nothing has a weight, so nothing can be drawn.");
}

/** `Object.keys` of an object literal: exactly its own keys. */
function namesOf<Name extends string>(weights: Readonly<Record<Name, number>>): Name[] {
  return Object.keys(weights) as Name[];
}

/** FNV-1a over the name, begun at the seed. */
function mixed(seed: number, name: string): number {
  let hash = (seed ^ 0x811c9dc5) >>> 0;
  for (const character of name) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash;
}
