import type { Context } from "hono";
import type * as z from "zod";
import { invalid, RazorpayFailure } from "./razorpay-account.ts";

/** @throws RazorpayFailure for an id that the account does not have. */
export function found<Entity>(entity: Entity | undefined): Entity {
  if (entity === undefined) throw new RazorpayFailure("The id provided does not exist", { details: invalid });
  return entity;
}

export async function body<Schema extends z.ZodType>(
  context: Context,
  schema: Schema,
): Promise<z.output<Schema>> {
  return checked(parsed(await context.req.text()), schema);
}

export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RazorpayFailure("The request body is not JSON.");
  }
}

export function checked<Schema extends z.ZodType>(value: unknown, schema: Schema): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const field = issue?.path.join(".") ?? "";
  throw new RazorpayFailure(issue ? `${field}: ${issue.message}` : "The request is not valid.", {
    details: { ...invalid, field },
  });
}
