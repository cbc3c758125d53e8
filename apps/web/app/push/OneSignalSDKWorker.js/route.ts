import { pushSettings, pushWorker } from "#src/push/push-settings.ts";

/** The service worker that shows notifications; where it lies is its scope. */
export async function GET(): Promise<Response> {
  if (!pushSettings()) return new Response(null, { status: 404 });
  return new Response(pushWorker(), { headers: { "content-type": "text/javascript; charset=utf-8" } });
}
