import { type BucketOptions, s3Files } from "../internal/files/s3-files.ts";
import { pictureHeaders } from "./names.ts";
import type { Pictures } from "./port.ts";

export interface S3PicturesOptions extends BucketOptions {
  /** Where browsers find what is in the bucket, the prefix included. Default: nowhere, the app gives it out. */
  publicUrl?: string | undefined;
}

/** A bucket of S3, or of whoever speaks its protocol, whose files say themselves what they are and how long they stay. */
export function s3Pictures({ publicUrl, ...options }: S3PicturesOptions): Pictures {
  const { put, get, list, remove } = s3Files({ ...options, port: "pictures", served: pictureHeaders });
  return { put: (name, content) => put(name, content), get, list, remove, publicUrl };
}
