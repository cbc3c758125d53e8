import { promisify } from "node:util";
import { gzip } from "node:zlib";

const compress = promisify(gzip);

/** Rows as compressed NDJSON: one JSON value a line. Equal rows give equal bytes. */
export async function toNdjson(rows: readonly unknown[]): Promise<Uint8Array> {
  return compress(rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
}
