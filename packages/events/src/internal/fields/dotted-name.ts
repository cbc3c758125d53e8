import * as z from "zod";

/** A name such as `order.delivered`, in camelCase between the dots. */
export const dottedName = z
  .string()
  .max(100)
  .regex(/^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)*$/, "Expected a name such as order.delivered");
