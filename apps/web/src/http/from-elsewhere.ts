/**
 * Where other sites and mail programs may post: what they send proves itself, by a signature or by a token in the
 * address. None of these takes anything from the browser's session.
 */
const openToAll = [
  /^\/api\/webhooks\//,
  /^\/checkout\/[^/]+\/[^/]+\/paid$/,
  /^\/(u|ten-ocean\/unsubscribe)\/[^/]+(\/change)?$/,
];

/**
 * Whether a page of another site made the browser send this. Browsers name the page's origin with every post; what
 * names none is no browser, and has no session that somebody could use behind its owner's back.
 * @param ownOrigin where people reach this app
 */
export function isFromElsewhere(
  { url, headers }: Pick<Request, "url" | "headers">,
  ownOrigin: string,
): boolean {
  const origin = headers.get("origin");
  if (origin === null || origin === ownOrigin) return false;
  // Over http the app may be reached under several names, as on a developer's machine; the browser says under which.
  if (ownOrigin.startsWith("http:") && URL.parse(origin)?.host === headers.get("host")) return false;
  const { pathname } = new URL(url);
  return !openToAll.some((open) => open.test(pathname));
}
