import { ownMetrics } from "#src/telemetry.ts";

export const dynamic = "force-dynamic";

/** For Prometheus, which has a token; nothing for anybody else. */
export function GET(request: Request): Promise<Response> {
  return ownMetrics(request);
}
