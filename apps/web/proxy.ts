import { DatabaseUnavailableError } from "@org/stores/unavailable";
import { type NextRequest, NextResponse } from "next/server";
import { isDevelopmentBuild } from "./src/env.ts";
import { isSecure, ownOrigin } from "./src/http/own-origin.ts";
import { productAt } from "./src/http/product-at.ts";
import { refusalJson, refusalPage, refusalText } from "./src/http/refusal-page.ts";
import { type Refusal, tooBusy } from "./src/http/refusals.ts";
import { findRefusal } from "./src/http/refuse.ts";
import { requestedPathHeader } from "./src/http/requested-path.ts";
import { isFull } from "./src/http/requests-in-hand.ts";
import {
  contentSecurityPolicy,
  emailPolicy,
  emailPreviewPath,
  transportSecurity,
  workerPolicy,
} from "./src/http/security-headers.ts";
import { wantsJson } from "./src/http/unavailable-answer.ts";
import { unsubscribePost } from "./src/http/unsubscribe-path.ts";
import { requestLanguage } from "./src/language/request-language.ts";
import { isMissing } from "./src/missing/find-missing.ts";
import { missingPath } from "./src/missing/sections.ts";
import { pushOrigins } from "./src/push/push-settings.ts";
import { workerPath } from "./src/push/worker-path.ts";
import { payments, pictures } from "./src/vendors.ts";

/** Refuses what no route can use, finds out what does not exist, and gives every page the content security policy of its request. */
export async function proxy(request: NextRequest): Promise<Response> {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy(nonce, {
    development: isDevelopmentBuild,
    paymentPage: payments()?.pageOrigin,
    pictures: pictureOrigin(),
    push: pushOrigins(),
  });
  const response = (await refuse(request, nonce)) ?? (await answer(request, nonce, policy));
  response.headers.set("content-security-policy", policyOf(request.nextUrl.pathname) ?? policy);
  if (isSecure())
    response.headers.set("strict-transport-security", `max-age=${transportSecurity}; includeSubDomains`);
  return response;
}

function pictureOrigin(): string | undefined {
  const { publicUrl } = pictures() ?? {};
  return publicUrl && new URL(publicUrl).origin;
}

/** Of what is no page of ours. */
function policyOf(pathname: string): string | undefined {
  if (pathname === emailPreviewPath) return emailPolicy;
  return pathname === `/${workerPath}` ? workerPolicy(pushOrigins()) : undefined;
}

async function refuse(request: NextRequest, nonce: string): Promise<Response | undefined> {
  const { pathname } = request.nextUrl;
  if (isFull(request.method) && !isSignOfLife(pathname)) return refusalFor(request, tooBusy, nonce);
  const refusal = await findRefusal(request, ownOrigin());
  return refusal && refusalFor(request, refusal, nonce);
}

function isSignOfLife(pathname: string): boolean {
  return pathname === "/health" || pathname.startsWith("/health/");
}

function refusalFor(request: NextRequest, refusal: Refusal, nonce: string): Response {
  const { pathname } = request.nextUrl;
  const { headers: asked } = request;
  if (asked.has("next-action")) return refusalText(refusal);
  if (wantsJson(asked.get("accept"))) {
    const headers = { "content-type": "application/json", ...refusal.headers };
    return new Response(refusalJson(refusal), { status: refusal.status, headers });
  }
  const cookie = asked.get("cookie");
  const language = requestLanguage({ pathname, cookie, accepted: asked.get("accept-language") });
  return refusalPage(refusal, { product: productAt(pathname), nonce, language });
}

async function answer(request: NextRequest, nonce: string, policy: string): Promise<Response> {
  try {
    return await passOn(request, policy);
  } catch (error) {
    if (!DatabaseUnavailableError.isInstance(error)) throw error;
    return refusalFor(request, tooBusy, nonce);
  }
}

async function passOn(request: NextRequest, policy: string): Promise<Response> {
  const headers = new Headers(request.headers);
  // Next takes the nonce for its scripts from here.
  headers.set("content-security-policy", policy);
  headers.set(requestedPathHeader, request.nextUrl.pathname + request.nextUrl.search);
  const forwarded = { request: { headers } };
  const unsubscribe = unsubscribePost(request);
  if (unsubscribe) return NextResponse.rewrite(unsubscribe, forwarded);
  return (await isMissing(request))
    ? NextResponse.rewrite(new URL(missingPath(request.nextUrl.pathname), request.url), forwarded)
    : NextResponse.next(forwarded);
}

/**
 * Pictures are files; an upload is larger than any form, and its route refuses it by itself. An address that only begins
 * like one of these passes here.
 */
export const config = {
  matcher:
    "/((?!_next/static|_next/image|pictures/[\\w-]+/[\\w.-]+$|shop/products/[\\w-]+/picture$|(?:ten-ocean/)?icon.svg$).*)",
};
