import { CharSet, type Concatenation, type NoParent, type Element as ParentedElement } from "refa";

export type Element = NoParent<ParentedElement>;

/** What automata read: halves of characters beyond the first plane stand for themselves. */
export const UNITS = { maxCharacter: 0xffff } as const;

export const anyUnit = CharSet.all(UNITS.maxCharacter);

export function isAnyUnit(alternatives: readonly NoParent<Concatenation>[]): boolean {
  const [only, ...others] = alternatives;
  const [element, ...further] = only?.elements ?? [];
  return (
    others.length + further.length === 0 && element?.type === "CharacterClass" && element.characters.isAll
  );
}

/** The same over UTF-16 units: a character beyond the first plane becomes its two halves. */
export function inUnits({ elements }: NoParent<Concatenation>): NoParent<Concatenation> {
  return { type: "Concatenation", elements: elements.map(elementInUnits) };
}

function elementInUnits(element: Element): Element {
  switch (element.type) {
    case "CharacterClass":
      return { type: "Alternation", alternatives: characterInUnits(element.characters) };
    case "Assertion":
      if (isAnyUnit(element.alternatives)) return { ...element, alternatives: [anyOneUnit] };
      return { ...element, alternatives: element.alternatives.map(inUnits) };
    case "Alternation":
    case "Quantifier":
      return { ...element, alternatives: element.alternatives.map(inUnits) };
    default:
      return element;
  }
}

const anyOneUnit: NoParent<Concatenation> = {
  type: "Concatenation",
  elements: [{ type: "CharacterClass", characters: anyUnit }],
};

/** Half a character that stands alone is left out: no event may carry one. */
function characterInUnits(characters: CharSet): NoParent<Concatenation>[] {
  const set = (min: number, max: number): Element => ({
    type: "CharacterClass",
    characters: CharSet.fromRange(UNITS.maxCharacter, { min, max }),
  });
  return characters.ranges.flatMap(({ min, max }) => {
    const parts: Element[][] = [];
    if (min <= 0xd7ff) parts.push([set(min, Math.min(max, 0xd7ff))]);
    if (max >= 0xe000 && min <= 0xffff) parts.push([set(Math.max(min, 0xe000), Math.min(max, 0xffff))]);
    if (max > 0xffff) parts.push(...pairs(Math.max(min, 0x10000), max, set));
    return parts.map((elements) => ({ type: "Concatenation" as const, elements }));
  });
}

function pairs(min: number, max: number, set: (min: number, max: number) => Element): Element[][] {
  const high = (character: number) => 0xd800 + ((character - 0x10000) >> 10);
  const low = (character: number) => 0xdc00 + ((character - 0x10000) & 0x3ff);
  const [first, last] = [high(min), high(max)];
  if (first === last) return [[set(first, first), set(low(min), low(max))]];
  return [
    [set(first, first), set(low(min), 0xdfff)],
    ...(last - first > 1 ? [[set(first + 1, last - 1), set(0xdc00, 0xdfff)]] : []),
    [set(last, last), set(0xdc00, low(max))],
  ];
}
