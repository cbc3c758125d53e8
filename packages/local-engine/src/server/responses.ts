import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import * as z from "zod";

/** Inngest's form for a refused request. */
export function refuse(context: Context, status: ContentfulStatusCode, error: string): Response {
  return context.json({ error, status }, status);
}

type Read<Schema extends z.ZodType> =
  | { ok: true; value: z.infer<Schema> }
  | { ok: false; response: Response };

/** The parsed body, or why it is refused. */
export async function readJson<Schema extends z.ZodType>(
  context: Context,
  schema: Schema,
): Promise<Read<Schema>> {
  return readJsonText(context, await context.req.text(), schema);
}

/** As `readJson`, for a body that was read already. */
export function readJsonText<Schema extends z.ZodType>(
  context: Context,
  text: string,
  schema: Schema,
): Read<Schema> {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return { ok: false, response: refuse(context, 400, "the body is not valid JSON.") };
  }
  const parsed = schema.safeParse(body);
  if (parsed.success) return { ok: true, value: parsed.data };
  return {
    ok: false,
    response: refuse(context, 400, `the body is not as expected: ${z.prettifyError(parsed.error)}`),
  };
}
