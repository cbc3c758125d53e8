import { createHash, createHmac } from "node:crypto";
import type { IncomingMessage } from "node:http";

export interface SignedRequest {
  request: IncomingMessage;
  url: URL;
  /** SHA-256 of the body in hexadecimal, or `UNSIGNED-PAYLOAD`. */
  hash: string;
  /** `20261101T103000Z` */
  time: string;
  /** `20261101` */
  day: string;
  region: string;
  /** Names of the headers that are signed, separated by semicolons. */
  signedHeaders: string;
  secret: string;
}

/** The signature, version 4, that a request has to have (docs.aws.amazon.com/IAM/latest/UserGuide/create-signed-request.html). */
export function signatureOf(signed: SignedRequest): string {
  const { hash, time, day, region, signedHeaders, secret, request, url } = signed;
  const canonical = [
    request.method,
    url.pathname,
    canonicalQuery(url),
    ...signedHeaders.split(";").map((name) => `${name}:${headerOf(request, name)}`),
    "",
    signedHeaders,
    hash,
  ].join("\n");
  const scope = `${day}/${region}/s3/aws4_request`;
  const text = `AWS4-HMAC-SHA256\n${time}\n${scope}\n${createHash("sha256").update(canonical).digest("hex")}`;
  const key = [day, region, "s3", "aws4_request"].reduce<string | Buffer>(keyed, `AWS4${secret}`);
  return keyed(key, text).toString("hex");
}

function keyed(key: string | Buffer, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}

function headerOf({ headers }: IncomingMessage, name: string): string {
  return String(headers[name] ?? "")
    .trim()
    .replace(/ +/g, " ");
}

function canonicalQuery({ searchParams }: URL): string {
  return [...searchParams]
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .toSorted()
    .join("&");
}

function encoded(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
