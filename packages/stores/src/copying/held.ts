import { convexToJson, getConvexSize, type Value } from "convex/values";
import type { CopiedTable } from "./copied-table.ts";
import type { Document } from "./fields.ts";
import { CopyRefusedError } from "./refusals.ts";

/** What a document may hold at most, less the room for what Convex adds. */
const maximumSize = 2 ** 20 - 2 ** 13;

/**
 * @returns the document as text
 * @throws CopyRefusedError for one that Convex cannot hold, with its table and key
 */
export function assertHeld({ name }: CopiedTable, key: string, document: Document): string {
  const text = JSON.stringify(document);
  const value: Value = JSON.parse(text);
  let size: number;
  try {
    convexToJson(value);
    size = Math.max(getConvexSize(value), Buffer.byteLength(text));
  } catch {
    throw new CopyRefusedError(
      "value-not-held",
      `Convex cannot hold ${name} ${key}: a field's name in it begins with $ or is not plain ASCII. Rename it in Postgres, and go on: nothing is lost.`,
    );
  }
  if (size > maximumSize)
    throw new CopyRefusedError(
      "value-too-large",
      `${name} ${key} has ${size} bytes, and Convex holds ${maximumSize} in one document. Make it smaller in Postgres, and go on: nothing is lost.`,
    );
  return text;
}
