import { code } from "./schema-pairs/code.ts";
import { formats } from "./schema-pairs/formats.ts";
import { hard } from "./schema-pairs/hard.ts";
import { numbers } from "./schema-pairs/numbers.ts";
import { recursion } from "./schema-pairs/recursion.ts";
import type { SchemaPair } from "./schema-pairs/schema-pair.ts";
import { lists, objects, records, unions } from "./schema-pairs/structures.ts";
import { lengths, patterns, times } from "./schema-pairs/texts.ts";

export const schemaPairs: Record<string, SchemaPair[]> = {
  times,
  formats,
  patterns,
  lengths,
  numbers,
  objects,
  records,
  lists,
  unions,
  code,
  recursion,
  hard,
};
