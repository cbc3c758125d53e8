/** The request's own path and query, for pages: Next tells them neither. Set in `proxy.ts`, never by a client. */
export const requestedPathHeader = "x-requested-path";
