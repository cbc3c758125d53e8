import { isSecure } from "./own-origin.ts";

/** How this app sets its cookies: for itself only, and over https where it is reached that way. */
export function cookieOptions(maxAge: number) {
  return { httpOnly: true, sameSite: "lax", secure: isSecure(), path: "/", maxAge } as const;
}
