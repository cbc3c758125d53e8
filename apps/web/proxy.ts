import { type NextRequest, NextResponse } from "next/server";
import { env } from "./src/env.ts";
import { bodyIsTooLarge, maximumBodyBytes } from "./src/http/body-limit.ts";
import { type Refusal, refusalPage, refusalText } from "./src/http/refusal-page.ts";
import { contentSecurityPolicy } from "./src/http/security-headers.ts";

const allowedMethods = ["GET", "HEAD", "POST", "OPTIONS"];

const methodNotAllowed: Refusal = {
  status: 405,
  title: "This address cannot be used that way",
  message: "Pages are opened with GET and forms are sent with POST. Open the page again and use its form.",
  headers: { allow: allowedMethods.join(", ") },
};

const bodyTooLarge: Refusal = {
  status: 413,
  title: "That form is too large",
  message: `A form may hold ${maximumBodyBytes / 1024} KB at most, so nothing was read and nothing was saved. Shorten what you entered and send it again.`,
  // The rest of the body is not read, so the connection cannot serve another request.
  headers: { connection: "close" },
};

/** Refuses what no page can use, and gives every page the content security policy of its request. */
export async function proxy(request: NextRequest): Promise<Response> {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy(nonce, { development: env.NODE_ENV === "development" });
  const refusal = await findRefusal(request);
  if (refusal) {
    const byScript = request.headers.has("next-action");
    const response = byScript ? refusalText(refusal) : refusalPage(refusal, nonce);
    response.headers.set("content-security-policy", policy);
    return response;
  }
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

async function findRefusal(request: NextRequest): Promise<Refusal | undefined> {
  if (!allowedMethods.includes(request.method)) return methodNotAllowed;
  if (await bodyIsTooLarge(request)) return bodyTooLarge;
  return undefined;
}

export const config = {
  matcher: "/((?!_next/static|_next/image|icon.svg).*)",
};
