import { type BucketOptions, s3Files } from "../internal/files/s3-files.ts";
import type { Archive } from "./port.ts";

export type S3ArchiveOptions = BucketOptions;

/**
 * A bucket of S3, or of whoever speaks its protocol. What is written once relies on conditional writes (`If-None-Match`),
 * which AWS, Cloudflare R2 and MinIO have.
 */
export function s3Archive(options: S3ArchiveOptions): Archive {
  const { put, get, list } = s3Files({ ...options, port: "archive" });
  return { put, get, list };
}
