import { health } from "#src/database.ts";

export const dynamic = "force-dynamic";

/** 200 while pages can be served, 503 while the database does not answer; how busy this process is changes nothing. */
export async function GET() {
  const report = await health().check();
  return Response.json(report, {
    status: report.status === "unavailable" ? 503 : 200,
    headers: { "cache-control": "no-store" },
  });
}
