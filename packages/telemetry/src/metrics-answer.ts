import { createHash, timingSafeEqual } from "node:crypto";
import type { Telemetry } from "./telemetry.ts";

interface MetricsDoor {
  telemetry: Telemetry | undefined;
  /** Of who may read them; without one nobody may, and there is nothing at the address. */
  token: string | undefined;
}

/** What `/metrics` answers to a request with this `authorization` header. */
export async function metricsAnswer(
  authorization: string | null | undefined,
  { telemetry, token }: MetricsDoor,
): Promise<Response> {
  if (!telemetry || !token) return refusal(404, "There is nothing at this address.");
  if (!isSame(authorization ?? "", `Bearer ${token}`))
    return refusal(401, "Send METRICS_TOKEN as a bearer token.", { "www-authenticate": "Bearer" });
  return new Response(await telemetry.metrics(), {
    headers: { "content-type": "text/plain; version=0.0.4; charset=utf-8", "cache-control": "no-store" },
  });
}

function refusal(status: number, error: string, headers: Record<string, string> = {}): Response {
  return Response.json({ error }, { status, headers: { "cache-control": "no-store", ...headers } });
}

/** In a time that says nothing of how much was right. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
