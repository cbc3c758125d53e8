import { ConvexError } from "convex/values";
import type { Refused } from "../src/mohallamart/refused.ts";

/** Undoes the change. @param values what the port's error is made of */
export function refuse(refused: Refused, ...values: unknown[]): never {
  throw new ConvexError({ refused, values: JSON.stringify(values) });
}
