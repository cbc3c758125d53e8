import type { NextRequest } from "next/server";
import { findPreview, previewRequest } from "#src/portal/digest/preview.ts";
import { requireRole } from "#src/session/current-person.ts";

/** The email of a preview alone, for the page that frames it. */
export async function GET({ nextUrl }: NextRequest): Promise<Response> {
  const viewer = await requireRole("association-admin", "floor-captain");
  const found = await findPreview(viewer, previewRequest(Object.fromEntries(nextUrl.searchParams)));
  if (!found?.message) return new Response("There is no such digest.", { status: 404 });
  return new Response(found.message.html, {
    headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" },
  });
}
