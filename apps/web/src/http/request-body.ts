import { maximumBodyBytes } from "./body-limit.ts";

/**
 * Reads a request's body, but never further than the limit.
 * @returns undefined when it is over the limit, whether Content-Length says so or not (a chunked body).
 */
export async function readBody(
  request: Pick<Request, "headers" | "body">,
  limit = maximumBodyBytes,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) return undefined;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > limit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Parts of a form that Next's scripts and pages write for Next: JSON, and an error of the server's when it is not. */
const written = /^(?:\d+|\$ACTION_\d+:\d+)$/;

/** Whether a body is what its Content-Type claims: a form that can be read. */
export async function isForm(body: Uint8Array<ArrayBuffer>, contentType: string): Promise<boolean> {
  const form = await readForm(body, contentType);
  const parts = [...(form ?? [])].filter(([name, value]) => written.test(name) && typeof value === "string");
  return form !== undefined && parts.every(([, text]) => jsonOf(text) !== undefined);
}

/** Whether a body is what a page's script calls an action with: a list, as a form's part of this name or by itself. */
export async function isCall(body: Uint8Array<ArrayBuffer>, contentType: string): Promise<boolean> {
  if (contentType.startsWith("text/plain")) return Array.isArray(jsonOf(Buffer.from(body).toString()));
  return Array.isArray(jsonOf((await readForm(body, contentType))?.get("0")));
}

async function readForm(body: Uint8Array<ArrayBuffer>, contentType: string): Promise<FormData | undefined> {
  if (!contentType.startsWith("multipart/form-data")) return undefined;
  return new Response(body, { headers: { "content-type": contentType } }).formData().catch(() => undefined);
}

function jsonOf(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined;
  }
}
