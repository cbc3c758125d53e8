import { mentionOf, partsOf } from "@org/stores/ten-ocean/forum/post-text";
import { folded, handleOf, type Neighbor, type NeighborPorts, neighborsOf, withUnit } from "./neighbors.ts";

/** A text whose mentions were found. */
export interface ReadPost {
  /** As it is kept. */
  body: string;
  /** Whom it names, each once; never its author. */
  mentions: string[];
  /** A sentence about each name that nobody is told by. */
  notTold: string[];
}

/** An @ that begins a word; in the middle of one it is an address. */
const beginnings = /(?<![\p{L}\p{N}_.@])@(?=\p{L})/gu;

/** Finds the neighbors that a text names as `@Maya Fernandes`, or `@Maya Fernandes (4B)` where there are two. */
export async function readMentions(
  ports: NeighborPorts,
  { text, author }: { text: string; author: string },
): Promise<ReadPost> {
  if (!text.includes("@")) return { body: text, mentions: [], notTold: [] };
  const find = finder(await neighborsOf(ports), text);
  const mentions = new Set<string>();
  const notTold = new Set<string>();
  let body = "";
  let end = 0;
  for (const { index } of text.matchAll(beginnings)) {
    if (index < end) continue;
    const found = find(index + 1);
    const [one, another] = found.people.filter(({ livesHere }) => livesHere);
    if (one && another) notTold.add(several(one, found.name));
    else if (one && one.userId !== author) {
      mentions.add(one.userId);
      body += text.slice(end, index) + mentionOf(one.userId);
      end = index + 1 + found.length;
    } else if (!one) notTold.add(found.people.length > 0 ? movedOut(found.name) : unknown(found.name));
  }
  return { body: body + text.slice(end), mentions: [...mentions], notTold: [...notTold].slice(0, 5) };
}

const several = (one: Neighbor, name: string) =>
  `More than one neighbor is called ${name}, so nobody was told: write their unit as well, as in @${withUnit(one)}.`;
const movedOut = (name: string) => `${name} does not live here any more and was not told.`;
const unknown = (name: string) =>
  `No neighbor is called “${name}”, so nobody was told: write first and last name, as in the list.`;

interface Found {
  /** Who is called that, residents or not. */
  people: readonly Neighbor[];
  name: string;
  /** Of what names them in the text. */
  length: number;
}

/** Finds the longest name that stands at a place of the text. */
function finder(neighbors: readonly Neighbor[], text: string): (start: number) => Found {
  const plain = folded(text);
  const called = grouped(
    neighbors.flatMap((neighbor) =>
      [...new Set([neighbor.name, withUnit(neighbor)])].map((name) => [folded(name), neighbor] as const),
    ),
  );
  const longestFirst = [...called.keys()].toSorted((a, b) => b.length - a.length);
  const byLetter = grouped(longestFirst.map((handle) => [handle.charAt(0), handle] as const));
  const standsAt = (handle: string, start: number) =>
    plain.startsWith(handle, start) && !/[\p{L}\p{N}]/u.test(plain.charAt(start + handle.length));
  return (start) => {
    const handle = byLetter.get(plain.charAt(start))?.find((each) => standsAt(each, start));
    const people = called.get(handle ?? "");
    if (handle && people) return { people, name: people[0]?.name ?? handle, length: handle.length };
    const [name = ""] = /^[\p{L}\p{M}\p{N}'’-]+/u.exec(text.slice(start, start + 100)) ?? [];
    return { people: [], name, length: 0 };
  };
}

function grouped<Value>(entries: readonly (readonly [string, Value])[]): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const [key, value] of entries) {
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

/** A kept text as its author edits it: with names that are found again. */
export async function editableText(
  ports: NeighborPorts,
  { body, mentions }: { body: string; mentions: readonly string[] },
): Promise<string> {
  if (mentions.length === 0) return body;
  const all = await neighborsOf(ports);
  const named = all.filter(({ userId }) => mentions.includes(userId));
  const handles = Object.fromEntries(named.map((neighbor) => [neighbor.userId, handleOf(neighbor, all)]));
  return partsOf(body, handles)
    .map(({ text }) => text)
    .join("");
}
