import { get } from "node:http";
import type { Visitor } from "./visitor.ts";

export interface PageScripts {
  path: string;
  files: number;
  /** As they come over the network, compressed. */
  bytes: number;
}

/** What a page of the portal may load of scripts when it is opened first, gzipped. */
export const mostScriptBytes = 150_000;

/** What a browser with modules loads of scripts when it opens a page with nothing in its cache. */
export async function scriptsOf(visitor: Visitor, baseUrl: string, path: string): Promise<PageScripts> {
  const { document } = await visitor.open(path);
  for (const legacy of document.querySelectorAll("script[nomodule]")) legacy.remove();
  const html = document.toString();
  // Those in the page, and those that its data names for parts that run in the browser.
  const named = html.match(/static\/chunks\/[\w./~%-]+?\.js(\?[\w=-]*)?/g) ?? [];
  const files = [...new Set(named)];
  const sizes = await Promise.all(files.map((file) => compressedBytes(new URL(`/_next/${file}`, baseUrl))));
  return { path, files: files.length, bytes: sizes.reduce((sum, bytes) => sum + bytes, 0) };
}

/** fetch() would count what it has unpacked. */
function compressedBytes(url: URL): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = get(url, { headers: { "accept-encoding": "gzip" } }, (response) => {
      if (response.statusCode !== 200) {
        response.resume();
        reject(new Error(`${url.pathname} answers ${response.statusCode}.`));
        return;
      }
      let bytes = 0;
      response.on("data", (chunk: Buffer) => {
        bytes += chunk.byteLength;
      });
      response.on("end", () => resolve(bytes));
      response.on("error", reject);
    });
    request.on("error", reject);
  });
}
