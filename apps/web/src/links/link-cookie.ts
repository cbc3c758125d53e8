import { cookies } from "next/headers";
import { cookieOptions } from "../http/cookie-options.ts";
import { pathCookie } from "../http/own-cookie.ts";

/** Seconds; afterwards a link from a message opens the page again. */
const month = 30 * 24 * 60 * 60;

/** What a link leaves in the browser that it opens a page to. A response sets one cookie of a name. */
export function linkCookie(name: string, maxAge = month) {
  return {
    /** Undefined at other addresses than those that it was kept for. */
    async read(): Promise<string | undefined> {
      return (await cookies()).get(pathCookie(name))?.value;
    },
    /** Only in a server action or a route handler. @param path the page's own; what is below it has the cookie as well */
    async keep(path: string, token: string): Promise<void> {
      (await cookies()).set(pathCookie(name), token, { ...cookieOptions(maxAge), path });
    },
  };
}
