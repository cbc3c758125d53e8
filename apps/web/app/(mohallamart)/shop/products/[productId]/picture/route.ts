import { isFailure } from "@org/commands/refusal";
import { hasRole } from "@org/commands/sessions/person";
import { mohallaMartCommands } from "#src/commands.ts";
import { isFromElsewhere } from "#src/http/from-elsewhere.ts";
import { ownOrigin } from "#src/http/own-origin.ts";
import { fromElsewhere, tooBusy } from "#src/http/refusals.ts";
import { isFull } from "#src/http/requests-in-hand.ts";
import { seeOther } from "#src/http/see-other.ts";
import { log } from "#src/log.ts";
import { currentPerson } from "#src/session/current-person.ts";
import { signInPath } from "#src/session/sign-in-path.ts";
import { pictureNewsPath } from "#src/shop/picture-news.ts";
import { placesForPhotos, type Taking, takePhoto } from "#src/shop/take-photo.ts";
import { limiter } from "#src/vendors.ts";

/**
 * Gives a product of the shopkeeper's shop the photo that a form sends, and leads back to its page. It stands outside of
 * the proxy, which holds whole forms in memory, and so refuses by itself what the proxy refuses elsewhere.
 */
export async function POST(
  request: Request,
  { params }: RouteContext<"/shop/products/[productId]/picture">,
): Promise<Response> {
  if (isFull("POST")) return new Response(tooBusy.message, { status: 503, headers: tooBusy.headers });
  if (isFromElsewhere(request, ownOrigin())) return new Response(fromElsewhere.message, { status: 403 });
  const { productId } = await params;
  const person = await currentPerson();
  if (!person || !hasRole(person, ["shopkeeper"])) {
    const next = `/shop/products/${encodeURIComponent(productId)}`;
    return seeOther(signInPath("mohallamart", { next }));
  }
  const { shopId } = person;
  const code = await take({ productId, shopId, request });
  log.info({ productId, shopId, outcome: code }, "a picture was uploaded");
  return seeOther(code === "not-theirs" ? "/shop/products" : pictureNewsPath(productId, code));
}

async function take(taking: Taking): Promise<string> {
  try {
    const { savePicture } = mohallaMartCommands();
    return await takePhoto({ limiter: limiter(), places: placesForPhotos(), savePicture }, taking);
  } catch (error) {
    if (!isFailure(error, { port: "pictures" })) throw error;
    log.error({ error }, "a picture could not be kept");
    return "unavailable";
  }
}
