import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import * as z from "zod";
import type { BusyError } from "../core/busy-error.ts";
import { deepestJson, isDeeperThan } from "../core/well-formed.ts";

const tooDeep = `the body lies more than ${deepestJson} levels deep; send a flatter shape.`;

/** Inngest's form for a refused request. */
export function refuse(context: Context, status: ContentfulStatusCode, error: string): Response {
  return context.json({ error, status }, status);
}

/** More comes in than can be taken: the client waits as long as it is told, and sends it again. */
export function refuseBusy(context: Context, { message, retryAfter }: BusyError): Response {
  context.header("retry-after", String(retryAfter));
  return refuse(context, 503, message);
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
  if (isDeeperThan(body, deepestJson)) return { ok: false, response: refuse(context, 400, tooDeep) };
  const parsed = schema.safeParse(body);
  if (parsed.success) return { ok: true, value: parsed.data };
  return {
    ok: false,
    response: refuse(context, 400, `the body is not as expected: ${z.prettifyError(parsed.error)}`),
  };
}
