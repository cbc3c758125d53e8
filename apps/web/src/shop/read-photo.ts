import { largestPicture } from "@org/integrations/pictures/names";
import { readBody } from "../http/request-body.ts";

/** What a form is longer than the file in it, at most: its headers and boundaries. */
const around = 16 * 1024;

/**
 * The file that a form sends as `photo`, read no further than the largest one that is taken.
 * @returns or what is wrong, as the codes of `savePicture` have it
 */
export async function readPhoto(
  request: Pick<Request, "headers" | "body">,
): Promise<Uint8Array | "too-large" | "no-picture"> {
  const body = await readBody(request, largestPicture + around);
  if (!body) return "too-large";
  const contentType = request.headers.get("content-type") ?? "";
  const form = await new Response(body, { headers: { "content-type": contentType } })
    .formData()
    .catch(() => undefined);
  const photo = form?.get("photo");
  if (!(photo instanceof File) || photo.size === 0) return "no-picture";
  return new Uint8Array(await photo.arrayBuffer());
}
