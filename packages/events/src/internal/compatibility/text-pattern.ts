import {
  type Assertion,
  type Concatenation,
  DFA,
  JS,
  NFA,
  type NoParent,
  type Node as ParentedNode,
  type Quantifier,
  TooManyNodesError,
} from "refa";
import { Unproved } from "./unproved.ts";
import { anyUnit, type Element, inUnits, isAnyUnit, UNITS } from "./utf16-units.ts";

/** A regular expression that a text is tested with, as `RegExp` has it. */
export interface TextPattern {
  source: string;
  flags: string;
}

type Node = NoParent<ParentedNode>;

/** Whether nothing, something, or who knows what stands before the place at hand. */
type Before = "nothing" | "something" | "unknown";

/** States of one automaton, beyond which a proof is given up. */
const MAX_STATES = 12_000;
const languages = new Map<string, NFA>();

function limitedNodes(): NFA.LimitedNodeFactory {
  return new NFA.LimitedNodeFactory(MAX_STATES);
}

/**
 * The texts that a pattern finds itself in, as an automaton over UTF-16 units.
 * @throws Unproved for what automata do not have, such as backreferences, and for what gets too large
 */
export function languageOf({ source, flags }: TextPattern): NFA {
  const key = `/${source}/${flags}`;
  const known = languages.get(key);
  if (known) return known;
  const language = withinLimits(key, () => {
    const { expression, maxCharacter } = JS.Parser.fromLiteral({ source, flags }).parse({
      backreferences: "throw",
      assertions: "parse",
    });
    const alternatives =
      maxCharacter > UNITS.maxCharacter ? expression.alternatives.map(inUnits) : expression.alternatives;
    return found(alternatives, flags.includes("y"));
  });
  languages.set(key, language);
  return language;
}

/** @throws Unproved in place of the library's own errors */
export function withinLimits<Result>(what: string, build: () => Result): Result {
  try {
    return build();
  } catch (error) {
    if (Unproved.isInstance(error)) throw error;
    const reason =
      error instanceof Error && error.constructor === TooManyNodesError
        ? "is too large to compare"
        : "has no automaton";
    throw new Unproved(`the pattern ${shortened(what)} ${reason}`);
  }
}

export function complementOf(language: NFA): NFA {
  const automaton = DFA.fromFA(language, new DFA.LimitedNodeFactory(MAX_STATES));
  automaton.complement(new DFA.LimitedNodeFactory(MAX_STATES));
  automaton.minimize();
  return NFA.fromFA(automaton, limitedNodes());
}

export function intersectionOf(one: NFA, other: NFA): NFA {
  const both = NFA.fromIntersection(one, other, limitedNodes());
  both.removeUnreachable();
  return both;
}

/** A search: from the beginning, and from anywhere else unless the pattern is sticky. */
function found(alternatives: readonly NoParent<Concatenation>[], sticky: boolean): NFA {
  const rest = NFA.all(UNITS, limitedNodes());
  const language = NFA.empty(UNITS, limitedNodes());
  for (const { elements } of alternatives) {
    language.union(matched(elements, rest, "nothing"), limitedNodes());
    if (sticky) continue;
    const later = matched(elements, rest, "something");
    if (later.isEmpty) continue;
    const skipped = NFA.fromCharSet(anyUnit, limitedNodes());
    skipped.quantify(1, Number.POSITIVE_INFINITY, limitedNodes());
    language.union(followedBy(skipped, later), limitedNodes());
  }
  return language;
}

/** What is left to read, to the text's end, where the elements stand before `rest`. */
function matched(elements: readonly Element[], rest: NFA, before: Before): NFA {
  const [first, ...others] = elements;
  if (!first) return rest;
  const plain = elements.findIndex(hasAssertion);
  if (plain !== 0) {
    const leading = plain === -1 ? elements : elements.slice(0, plain);
    const trailing = plain === -1 ? [] : elements.slice(plain);
    const after = trailing.length > 0 ? matched(trailing, rest, afterAll(leading, before)) : rest;
    return followedBy(
      NFA.fromRegex({ type: "Concatenation", elements: [...leading] }, UNITS, {}, limitedNodes()),
      after,
    );
  }
  if (first.type === "Assertion") return asserted(first, matched(others, rest, before), before);
  const after = matched(others, rest, afterAll([first], before));
  if (first.type === "Alternation")
    return anyOf(first.alternatives.map((branch) => matched(branch.elements, after, before)));
  if (first.type === "Quantifier") return repeated(first, after, before);
  throw new Unproved("it has an element that automata do not have");
}

function asserted({ kind, negate, alternatives }: NoParent<Assertion>, after: NFA, before: Before): NFA {
  if (kind === "behind") {
    if (!(negate && isAnyUnit(alternatives)) || before === "unknown") {
      throw new Unproved("the pattern looks behind, or for word boundaries, which is not compared");
    }
    return before === "nothing" ? after : NFA.empty(UNITS, limitedNodes());
  }
  if (negate && isAnyUnit(alternatives)) return intersectionOf(after, NFA.emptyWord(UNITS, limitedNodes()));
  const anything = NFA.all(UNITS, limitedNodes());
  const ahead = anyOf(alternatives.map(({ elements }) => matched(elements, anything, before)));
  return intersectionOf(after, negate ? complementOf(ahead) : ahead);
}

function repeated({ min, max, alternatives }: NoParent<Quantifier>, after: NFA, before: Before): NFA {
  if (max > 4) throw new Unproved("the pattern repeats a part that looks ahead, which is not compared");
  const results = min === 0 ? [after] : [];
  let rest = after;
  for (let times = 1; times <= max; times++) {
    const next = times === max ? before : before === "nothing" ? "unknown" : before;
    rest = anyOf(alternatives.map(({ elements }) => matched(elements, rest, next)));
    if (times >= min) results.push(rest);
  }
  return anyOf(results);
}

function followedBy(first: NFA, rest: NFA): NFA {
  first.append(rest, limitedNodes());
  return first;
}

function anyOf(all: readonly NFA[]): NFA {
  const union = NFA.empty(UNITS, limitedNodes());
  for (const language of all) union.union(language, limitedNodes());
  return union;
}

function hasAssertion(node: Node): boolean {
  switch (node.type) {
    case "Assertion":
      return true;
    case "Concatenation":
      return node.elements.some(hasAssertion);
    case "Alternation":
    case "Quantifier":
    case "Expression":
      return node.alternatives.some(hasAssertion);
    default:
      return false;
  }
}

function afterAll(elements: readonly Element[], before: Before): Before {
  if (before === "something" || elements.some((element) => !canBeEmpty(element))) return "something";
  return elements.every(({ type }) => type === "Assertion") ? before : "unknown";
}

function canBeEmpty(node: Node): boolean {
  switch (node.type) {
    case "Assertion":
      return true;
    case "Concatenation":
      return node.elements.every(canBeEmpty);
    case "Quantifier":
      return node.min === 0 || node.alternatives.some(canBeEmpty);
    case "Alternation":
    case "Expression":
      return node.alternatives.some(canBeEmpty);
    default:
      return false;
  }
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
