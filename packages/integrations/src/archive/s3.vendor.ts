import { bucketName, bucketPrefix, bucketRegion } from "../internal/files/bucket-variables.ts";
import { key, url } from "../internal/schemas.ts";
import { defineVendor, type Values } from "../vendor.ts";
import type { S3ArchiveOptions } from "./s3.ts";

const variables = {
  ARCHIVE_S3_BUCKET: bucketName,
  ARCHIVE_S3_REGION: bucketRegion,
  ARCHIVE_S3_ACCESS_KEY_ID: key,
  ARCHIVE_S3_SECRET_ACCESS_KEY: key,
  ARCHIVE_S3_PREFIX: bucketPrefix,
  ARCHIVE_S3_ENDPOINT: url.optional().describe("Where it is, if not at AWS."),
};

export const s3 = defineVendor({
  name: "S3",
  about:
    "A bucket of S3, or of another vendor that speaks its protocol and has conditional writes. It wins over the folder. Its key needs s3:PutObject, s3:GetObject and s3:ListBucket.",
  role: "preferred",
  packages: ["@aws-sdk/client-s3"],
  variables,
  load: () => import("./s3.ts"),
  create: ({ s3Archive }, values, _context: object) => s3Archive(bucketOf(values)),
  check: (values, { s3Archive }) => s3Archive(bucketOf(values)).list("asked-by-doctor"),
});

function bucketOf(values: Values<typeof variables>): S3ArchiveOptions {
  return {
    bucket: values.ARCHIVE_S3_BUCKET,
    region: values.ARCHIVE_S3_REGION,
    accessKeyId: values.ARCHIVE_S3_ACCESS_KEY_ID,
    secretAccessKey: values.ARCHIVE_S3_SECRET_ACCESS_KEY,
    prefix: values.ARCHIVE_S3_PREFIX,
    endpoint: values.ARCHIVE_S3_ENDPOINT,
  };
}
