import { pageEvents } from "@org/commands/mohallamart/analytics/page-events";
import * as z from "zod";
import { track } from "#src/analytics/track.ts";

const view = z.object({ address: z.string().max(2_000), from: z.string().max(2_000).optional() });

/** Told by `page-views.tsx` of each page that somebody came to. */
export async function POST(request: Request): Promise<Response> {
  // A page of another site could have its visitors counted here.
  if (!["same-origin", null].includes(request.headers.get("sec-fetch-site"))) return answer(403);
  const told = view.safeParse(await request.json().catch(() => undefined));
  if (!told.success) return answer(400);
  await track(...pageEvents(told.data.address, told.data.from));
  return answer(204);
}

function answer(status: number): Response {
  return new Response(null, { status });
}
