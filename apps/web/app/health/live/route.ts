export const dynamic = "force-dynamic";

/** 200 as long as this process answers at all, whatever it depends on: restarting it cures nothing else. */
export function GET() {
  return Response.json({ status: "ok" }, { headers: { "cache-control": "no-store" } });
}
