/** The pages that the links of messages open, on which their readers choose what they get: a product each. */
const page = /^\/(?:u|ten-ocean\/unsubscribe)\/[^/]+$/;

/**
 * Where the post of a mail program's own button, or of the page's form, is answered. Both post to the page's address
 * (RFC 8058: to that of the header), and a page can answer no post; undefined for every other request.
 */
export function unsubscribePost({ method, url }: Pick<Request, "method" | "url">): URL | undefined {
  const address = new URL(url);
  if (method !== "POST" || !page.test(address.pathname)) return undefined;
  address.pathname += "/change";
  return address;
}
