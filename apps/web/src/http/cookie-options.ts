import { headers } from "next/headers";

/** How this app sets its cookies: for itself only, and over https where it is reached that way. */
export async function cookieOptions(maxAge: number) {
  const protocol = (await headers()).get("x-forwarded-proto");
  return { httpOnly: true, sameSite: "lax", secure: protocol === "https", path: "/", maxAge } as const;
}
