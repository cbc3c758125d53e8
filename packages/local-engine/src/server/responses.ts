import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import * as z from "zod";

/** Inngest's form for a refused request. */
export function refuse(context: Context, status: ContentfulStatusCode, error: string): Response {
  return context.json({ error, status }, status);
}

/** The parsed body, or why it is refused. */
export async function readJson<Schema extends z.ZodType>(
  context: Context,
  schema: Schema,
): Promise<{ ok: true; value: z.infer<Schema> } | { ok: false; response: Response }> {
  let body: unknown;
  try {
    body = JSON.parse(await context.req.text());
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
