import * as z from "zod";

/** What a bucket's variables may hold, whatever it is for. */
export const bucketName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, "a bucket's name: small letters, digits, dots and hyphens");

export const bucketRegion = z
  .string()
  .regex(/^[a-z0-9-]+$/, "a region, such as eu-central-1; elsewhere often auto");

export const bucketPrefix = z
  .string()
  .regex(/^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/, "folders without slashes around them, such as platform/archive")
  .optional()
  .describe("What names begin with in the bucket. Default: nothing.");
