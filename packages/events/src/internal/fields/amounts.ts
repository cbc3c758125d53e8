import * as z from "zod";
import { isWholePaise } from "../../money.ts";

/** Rupees with at most two decimals. */
export const rupees = z
  .number()
  .min(0)
  .max(10_000_000_000)
  .refine(isWholePaise, "Expected rupees with at most two decimals");
