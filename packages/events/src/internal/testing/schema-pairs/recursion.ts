import * as z from "zod";
import type { SchemaPair } from "./schema-pair.ts";

const text = z.string();

interface Tree {
  name: string;
  children: Tree[];
}
const tree = (name: z.ZodString, most: number): z.ZodType<Tree> => {
  const node: z.ZodType<Tree> = z.object({ name, children: z.array(z.lazy(() => node)).max(most) });
  return node;
};
const chain = (value: z.ZodType): z.ZodType => {
  const node: z.ZodType = z.object({ value, next: z.lazy(() => node).optional() });
  return node;
};

export const recursion: SchemaPair[] = [
  ["a tree, as it was", tree(text.max(10), 3), tree(text.max(10), 3), true, true],
  ["a tree with shorter names", tree(text.max(10), 3), tree(text.max(9), 3), false, true],
  ["a tree with more branches", tree(text, 3), tree(text, 4), true, false],
  ["a chain of whole numbers, then of numbers", chain(z.int()), chain(z.number()), true, false],
  [
    "a tree, then its first two levels",
    tree(text, 2),
    z.object({ name: text, children: z.array(z.object({ name: text, children: z.array(z.any()) })) }),
    true,
    false,
  ],
];
