/** The largest form of this app is a checkout with a full cart, a tenth of this. */
export const maximumBodyBytes = 64 * 1024;

/**
 * Whether a request's body is over the limit. Without a Content-Length (a chunked body) it is read, but never further
 * than the limit.
 */
export async function bodyIsTooLarge(request: Request, limit = maximumBodyBytes): Promise<boolean> {
  const declared = request.headers.get("content-length");
  if (declared !== null) return Number(declared) > limit;
  if (!request.body) return false;
  let size = 0;
  for await (const chunk of request.body) {
    size += chunk.byteLength;
    if (size > limit) return true;
  }
  return false;
}
