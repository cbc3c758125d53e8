import { readiness } from "#src/readiness.ts";

export const dynamic = "force-dynamic";

/** 200 while pages can be served, 503 while something that they need is away. */
export async function GET() {
  const report = await readiness().check();
  return Response.json(report, {
    status: report.status === "ready" ? 200 : 503,
    headers: { "cache-control": "no-store" },
  });
}
