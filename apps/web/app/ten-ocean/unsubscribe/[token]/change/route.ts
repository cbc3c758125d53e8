import { tenOceanCommands } from "#src/commands.ts";
import { textOf } from "#src/forms/form-data.ts";
import { seeOther } from "#src/http/see-other.ts";
import { log } from "#src/log.ts";

/**
 * Stops what an unsubscribe link is about, or takes that back. Mail programs post here without cookies and from anywhere:
 * the token is all that is asked for.
 */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  const { token } = await params;
  const subscription = new URL(request.url).searchParams.get("kind") ?? "";
  const form = await formOf(request);
  if (!form) return new Response("This is not a form. Open the link in your email.\n", { status: 400 });
  const undo = textOf(form, "undo");
  const outcome = await tenOceanCommands().unsubscribe({ token, subscription, undo });
  log.info({ subscription, undone: undo !== "", outcome: outcome.ok || outcome.code }, "a link was used");
  // A mail program reads no page: it wants to know whether it is done.
  if (form.get("List-Unsubscribe") === "One-Click") {
    return outcome.ok ? new Response("Stopped.\n") : new Response(`${outcome.message}\n`, { status: 404 });
  }
  const page = new URLSearchParams({ kind: subscription });
  if (outcome.ok) page.set("before", outcome.before);
  return seeOther(`/ten-ocean/unsubscribe/${encodeURIComponent(token)}?${page}`);
}

function formOf(request: Request): Promise<FormData | undefined> {
  return request.formData().catch(() => undefined);
}
