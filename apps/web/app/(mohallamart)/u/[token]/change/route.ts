import { mohallaMartCommands } from "#src/commands.ts";
import { textOf, textsOf } from "#src/forms/form-data.ts";
import { seeOther } from "#src/http/see-other.ts";
import { log } from "#src/log.ts";

/**
 * Changes what its reader gets by a link in a message. Mail programs post here without cookies and from anywhere: the
 * token is all that is asked for.
 */
export async function POST(
  request: Request,
  { params }: RouteContext<"/u/[token]/change">,
): Promise<Response> {
  const { token } = await params;
  const form = await request.formData().catch(() => undefined);
  if (!form) return new Response("This is not a form. Open the link in your message.\n", { status: 400 });
  // A mail program reads no page: it wants to know whether it is done.
  if (form.get("List-Unsubscribe") === "One-Click") {
    const stopped = await mohallaMartCommands().stopEmails({ token });
    log.info({ outcome: stopped.ok || stopped.code }, "a mail program stopped emails");
    return stopped.ok ? new Response("Stopped.\n") : new Response(`${stopped.message}\n`, { status: 404 });
  }
  const outcome = await mohallaMartCommands().chooseByLink({
    token,
    channels: textsOf(form, "channels"),
    quietFrom: textOf(form, "quietFrom"),
    quietTo: textOf(form, "quietTo"),
  });
  log.info({ outcome: outcome.ok || outcome.code }, "a link was used");
  const page = `/u/${encodeURIComponent(token)}`;
  if (outcome.ok) return seeOther(`${page}?saved=yes`);
  return seeOther(outcome.code === "invalid" ? `${page}?wrong=hours` : page);
}
