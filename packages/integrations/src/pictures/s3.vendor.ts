import { bucketName, bucketPrefix, bucketRegion } from "../internal/files/bucket-variables.ts";
import { key, url } from "../internal/schemas.ts";
import { defineVendor, type Values } from "../vendor.ts";
import type { S3PicturesOptions } from "./s3.ts";

const variables = {
  PICTURES_S3_BUCKET: bucketName,
  PICTURES_S3_REGION: bucketRegion,
  PICTURES_S3_ACCESS_KEY_ID: key,
  PICTURES_S3_SECRET_ACCESS_KEY: key,
  PICTURES_S3_PREFIX: bucketPrefix,
  PICTURES_S3_ENDPOINT: url.optional().describe("Where it is, if not at AWS."),
  PICTURES_PUBLIC_URL: url
    .optional()
    .describe(
      "Where browsers find what is in the bucket, the prefix included, such as a CDN before it. Default: the web app gives the files out.",
    ),
};

export const s3 = defineVendor({
  name: "S3",
  about:
    "A bucket of S3, or of another vendor that speaks its protocol. It wins over the folder. Its key needs s3:PutObject, s3:GetObject, s3:ListBucket and s3:DeleteObject.",
  role: "preferred",
  packages: ["@aws-sdk/client-s3"],
  variables,
  load: () => import("./s3.ts"),
  create: ({ s3Pictures }, values, _context: object) => s3Pictures(bucketOf(values)),
  check: (values, { s3Pictures }) => s3Pictures(bucketOf(values)).list("asked-by-doctor"),
});

function bucketOf(values: Values<typeof variables>): S3PicturesOptions {
  return {
    bucket: values.PICTURES_S3_BUCKET,
    region: values.PICTURES_S3_REGION,
    accessKeyId: values.PICTURES_S3_ACCESS_KEY_ID,
    secretAccessKey: values.PICTURES_S3_SECRET_ACCESS_KEY,
    prefix: values.PICTURES_S3_PREFIX,
    endpoint: values.PICTURES_S3_ENDPOINT,
    publicUrl: values.PICTURES_PUBLIC_URL,
  };
}
