import { pictureHeaders, pictureOf } from "@org/integrations/pictures/names";
import { pictures } from "#src/vendors.ts";

/** Gives a picture's file out where it is kept at no address of its own. Its name is that of its content for good. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/pictures/[picture]/[file]">,
): Promise<Response> {
  const { picture, file } = await params;
  const name = `${picture}/${file}`;
  const content = pictureOf(name) && (await pictures()?.get(name));
  if (!content) return new Response("There is no such picture.\n", { status: 404 });
  return new Response(Uint8Array.from(content), {
    headers: {
      "content-type": pictureHeaders.contentType,
      "cache-control": pictureHeaders.cacheControl,
      "content-length": String(content.byteLength),
    },
  });
}
