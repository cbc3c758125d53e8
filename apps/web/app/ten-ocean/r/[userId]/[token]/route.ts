import { seeOther } from "#src/http/see-other.ts";
import { namedId } from "#src/http/typed-text.ts";
import { keepRegistrationToken } from "#src/portal/verification/registration-reader.ts";
import { registrationLinks } from "#src/stores.ts";

/**
 * Where the link of an email leads: to the registration's page, which this browser may see from then on. The link
 * itself stays out of the browser's address line and of what the page loads. One that is not good leads to the same
 * page, which says so to whoever may not see it.
 */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/ten-ocean/r/[userId]/[token]">,
): Promise<Response> {
  const { userId, token } = await params;
  const id = namedId(userId);
  if (id !== undefined && (await registrationLinks().opens(id, token)))
    await keepRegistrationToken(userId, token);
  return seeOther(`/ten-ocean/residents/${encodeURIComponent(userId)}`);
}
