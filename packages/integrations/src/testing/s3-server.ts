import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { localServer } from "../contracts/local-server.ts";
import { signatureOf } from "./s3-signature.ts";

export interface S3Server {
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** What is kept, by key. */
  objects: Map<string, Buffer>;
  /** What whoever fetches an object is told of it, by key. */
  served: Map<string, Record<string, string>>;
  /** `METHOD /path` of what was asked, in order. */
  asked: string[];
  /** Answers the next request with this error, which has no effect. */
  failNext(status: number, code: string): void;
  stop(): Promise<void>;
}

const account = {
  bucket: "platform-archive",
  region: "eu-central-1",
  accessKeyId: "AKIAIOSFODNN7EXAMPLE",
  secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
};

/** Names in a page; S3 never gives more. */
const mostKeys = 1_000;
/** S3 refuses requests whose clock is further off, milliseconds. */
const clocksApart = 15 * 60_000;

/**
 * The part of S3's REST API that files are kept by (docs.aws.amazon.com/AmazonS3/latest/API): PutObject with
 * `If-None-Match`, GetObject, DeleteObject and ListObjectsV2 in pages, in one bucket, with signatures of version 4 checked.
 */
export async function startS3Server(): Promise<S3Server> {
  const objects = new Map<string, Buffer>();
  const served = new Map<string, Record<string, string>>();
  const asked: string[] = [];
  const faults: { status: number; code: string }[] = [];

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece);
    const body = Buffer.concat(pieces);
    const url = new URL(request.url ?? "/", "http://s3.test");
    asked.push(`${request.method} ${url.pathname}`);
    const fault = faults.shift();
    const refusal = fault ? errorOf(fault.status, fault.code) : refused(request, url, body);
    const { status, headers = {}, content = "" } = refusal ?? act(request, url, body);
    response.writeHead(status, { "x-amz-request-id": "4442587FB7D0A2F9", ...headers });
    response.end(content);
  }

  function act(request: IncomingMessage, { pathname, searchParams }: URL, body: Buffer): Answer {
    const [, bucket, ...rest] = pathname.split("/").map(decodeURIComponent);
    if (bucket !== account.bucket) return errorOf(404, "NoSuchBucket");
    const key = rest.join("/");
    if (request.method === "GET" && key === "" && searchParams.get("list-type") === "2")
      return page([...objects.keys()], searchParams);
    const found = objects.get(key);
    if (request.method === "GET") return found ? { status: 200, content: found } : errorOf(404, "NoSuchKey");
    if (request.method === "DELETE") {
      objects.delete(key);
      served.delete(key);
      return { status: 204 };
    }
    if (request.method !== "PUT") return errorOf(405, "MethodNotAllowed");
    const condition = request.headers["if-none-match"];
    if (condition !== undefined && condition !== "*") return errorOf(501, "NotImplemented");
    if (condition === "*" && found) return errorOf(412, "PreconditionFailed");
    objects.set(key, body);
    served.set(key, headersOf(request, ["content-type", "cache-control"]));
    return { status: 200, headers: { etag: `"${createHash("md5").update(body).digest("hex")}"` } };
  }

  const { url: endpoint, stop } = await localServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  return {
    ...account,
    endpoint,
    objects,
    served,
    asked,
    failNext: (status, code) => void faults.push({ status, code }),
    stop,
  };
}

interface Answer {
  status: number;
  headers?: Record<string, string>;
  content?: string | Buffer;
}

function headersOf({ headers }: IncomingMessage, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (headers[name] ? [[name, String(headers[name])]] : [])));
}

function errorOf(status: number, code: string): Answer {
  const content = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${code}</Message></Error>`;
  return { status, headers: { "content-type": "application/xml" }, content };
}

/** What S3 says to a request that is not signed by the account, or whose body is not the signed one. */
function refused(request: IncomingMessage, url: URL, body: Buffer): Answer | undefined {
  const { headers } = request;
  const form =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;
  const [, keyId, day, region, signedHeaders, signature] = form.exec(headers.authorization ?? "") ?? [];
  if (!keyId || !day || !region || !signedHeaders || !signature) return errorOf(403, "AccessDenied");
  if (keyId !== account.accessKeyId) return errorOf(403, "InvalidAccessKeyId");
  if (region !== account.region) return errorOf(400, "AuthorizationHeaderMalformed");
  const time = String(headers["x-amz-date"] ?? "");
  if (Math.abs(timeOf(time) - Date.now()) > clocksApart) return errorOf(403, "RequestTimeTooSkewed");
  const hash = String(headers["x-amz-content-sha256"] ?? "");
  if (hash !== "UNSIGNED-PAYLOAD" && hash !== createHash("sha256").update(body).digest("hex"))
    return errorOf(400, "XAmzContentSHA256Mismatch");
  const signed = { request, url, hash, time, day, region, signedHeaders, secret: account.secretAccessKey };
  const isRight = timingSafeEqual(Buffer.from(signatureOf(signed)), Buffer.from(signature));
  return isRight ? undefined : errorOf(403, "SignatureDoesNotMatch");
}

/** `20261101T103000Z` */
function timeOf(text: string): number {
  return Date.parse(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"));
}

function page(keys: readonly string[], query: URLSearchParams): Answer {
  const after = Buffer.from(query.get("continuation-token") ?? "", "base64").toString();
  const most = Math.min(Number(query.get("max-keys") ?? mostKeys), mostKeys);
  const wanted = keys.filter((key) => key.startsWith(query.get("prefix") ?? "") && key > after).toSorted();
  const listed = wanted.slice(0, most);
  const isTruncated = wanted.length > listed.length;
  const next = Buffer.from(listed.at(-1) ?? "").toString("base64");
  const content = [
    `<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">`,
    `<Name>${account.bucket}</Name><KeyCount>${listed.length}</KeyCount><MaxKeys>${most}</MaxKeys>`,
    `<IsTruncated>${isTruncated}</IsTruncated>`,
    isTruncated ? `<NextContinuationToken>${next}</NextContinuationToken>` : "",
    ...listed.map((key) => `<Contents><Key>${key}</Key></Contents>`),
    "</ListBucketResult>",
  ].join("");
  return { status: 200, headers: { "content-type": "application/xml" }, content };
}
