/** The pages that unsubscribe links open. */
const page = /^\/ten-ocean\/unsubscribe\/([^/]+)$/;

/**
 * Where the post of a mail program's own button, or of the page's form, is answered. Both post to the page's address
 * (RFC 8058: to that of the header), and a page can answer no post; undefined for every other request.
 */
export function unsubscribePost({ method, url }: Pick<Request, "method" | "url">): URL | undefined {
  const address = new URL(url);
  const [, token] = page.exec(address.pathname) ?? [];
  if (method !== "POST" || token === undefined) return undefined;
  address.pathname = `/ten-ocean/unsubscribe/${token}/change`;
  return address;
}
