/** Leads a browser that has posted something to a page of this app; the page is fetched with GET. */
export function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path } });
}
