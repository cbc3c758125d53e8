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

/** Whether a body is what its Content-Type claims: a form that can be read. */
export async function isForm(body: Uint8Array<ArrayBuffer>, contentType: string): Promise<boolean> {
  try {
    await new Response(body, { headers: { "content-type": contentType } }).formData();
    return true;
  } catch {
    return false;
  }
}
