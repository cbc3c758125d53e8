import { isFromElsewhere } from "./from-elsewhere.ts";
import { badAddress, fromElsewhere, methodNotAllowed, notAForm, type Refusal, tooLarge } from "./refusals.ts";
import { isCall, isForm, readBody } from "./request-body.ts";

/** What is wrong with a request whatever it is for; undefined when nothing is. */
export async function findRefusal(request: Request, ownOrigin: string): Promise<Refusal | undefined> {
  if (!isReadable(new URL(request.url).pathname)) return badAddress;
  if (!["GET", "HEAD", "POST"].includes(request.method)) return methodNotAllowed;
  if (request.method === "POST" && isFromElsewhere(request, ownOrigin)) return fromElsewhere;
  const body = await readBody(request);
  if (!body) return tooLarge;
  const contentType = request.headers.get("content-type") ?? "";
  if (contentType.startsWith("multipart/form-data") && !(await isForm(body, contentType))) return notAForm;
  if (request.method === "POST" && request.headers.has("next-action") && !(await isCall(body, contentType)))
    return notAForm;
  return undefined;
}

function isReadable(pathname: string): boolean {
  try {
    decodeURIComponent(pathname);
    return true;
  } catch {
    return false;
  }
}
