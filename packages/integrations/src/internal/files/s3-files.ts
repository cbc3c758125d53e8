import {
  DeleteObjectCommand,
  GetObjectCommand,
  type ListObjectsV2CommandOutput,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
} from "@aws-sdk/client-s3";
import { withDeadline } from "../../deadline.ts";
import { vendorCode } from "../http/failure.ts";
import { type FailedCall, RefusedError, vendorFailures } from "../vendor-failure.ts";
import type { Files } from "./files.ts";
import { checkedName, nameForm } from "./name.ts";

export interface BucketOptions {
  bucket: string;
  /** As `eu-central-1`; of other vendors what they say, often `auto` or `us-east-1`. */
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** What every name begins with in the bucket, without slashes around it. Default: nothing. */
  prefix?: string;
  /** Where another vendor's, or one's own, S3 is. The bucket then stands in the path. Default: AWS. */
  endpoint?: string;
  /** Milliseconds for one call; default 60,000. */
  timeout?: number;
}

export interface S3FilesOptions extends BucketOptions {
  /** Whose errors its errors are. */
  port: string;
  /** What whoever fetches a file from the bucket is told of it. Default: nothing. */
  served?: { contentType: string; cacheControl: string };
}

const keeping: FailedCall = { action: "keep a file", idempotent: true };
const reading: FailedCall = { action: "read a file", idempotent: true };
const listing: FailedCall = { action: "list files", idempotent: true };
const removing: FailedCall = { action: "remove a file", idempotent: true };

/**
 * A bucket of S3, or of whoever speaks its protocol. What is written once relies on conditional writes (`If-None-Match`),
 * which AWS, Cloudflare R2 and MinIO have.
 */
export function s3Files({
  port,
  served,
  bucket,
  prefix,
  timeout = 60_000,
  ...options
}: S3FilesOptions): Files {
  const failures = vendorFailures({ port, vendor: "s3", name: "S3" });
  const client = clientOf(options);
  const folder = prefix ? `${prefix}/` : "";
  const keyOf = (name: string) => `${folder}${checkedName(name, { port, vendor: "s3" })}`;
  const during = <Answer>(call: FailedCall, ask: (abortSignal: AbortSignal) => Promise<Answer>) =>
    failures.during(call, () =>
      withDeadline(ask(AbortSignal.timeout(timeout + 50)), timeout).catch((error: unknown) => {
        throw refusalOf(error);
      }),
    );

  return {
    async put(name, content, { once = false } = {}) {
      const command = new PutObjectCommand({
        Bucket: bucket,
        Key: keyOf(name),
        Body: content,
        ContentLength: content.byteLength,
        IfNoneMatch: once ? "*" : undefined,
        ContentType: served?.contentType,
        CacheControl: served?.cacheControl,
      });
      await during(keeping, (abortSignal) =>
        unless("PreconditionFailed", client.send(command, { abortSignal })),
      );
    },

    async get(name) {
      const command = new GetObjectCommand({ Bucket: bucket, Key: keyOf(name) });
      return during(reading, async (abortSignal) => {
        const found = await unless("NoSuchKey", client.send(command, { abortSignal }));
        return found?.Body?.transformToByteArray();
      });
    },

    async list(wanted = "") {
      const names: string[] = [];
      await during(listing, async (abortSignal) => {
        const input = { Bucket: bucket, Prefix: `${folder}${wanted}` };
        const pages: AsyncIterable<ListObjectsV2CommandOutput> = paginateListObjectsV2({ client }, input, {
          abortSignal,
        });
        for await (const { Contents = [] } of pages)
          for (const { Key = "" } of Contents) names.push(Key.slice(folder.length));
      });
      return names.filter((name) => nameForm.test(name)).toSorted();
    },

    async remove(name) {
      const command = new DeleteObjectCommand({ Bucket: bucket, Key: keyOf(name) });
      await during(removing, (abortSignal) => client.send(command, { abortSignal }));
    },
  };
}

type ClientOptions = Pick<BucketOptions, "region" | "accessKeyId" | "secretAccessKey" | "endpoint">;

function clientOf({ region, accessKeyId, secretAccessKey, endpoint }: ClientOptions): S3Client {
  return new S3Client({
    region,
    credentials: { accessKeyId, secretAccessKey },
    maxAttempts: 1,
    // Others than AWS refuse checksums that they do not know.
    ...(endpoint === undefined
      ? {}
      : {
          endpoint,
          forcePathStyle: true,
          requestChecksumCalculation: "WHEN_REQUIRED",
          responseChecksumValidation: "WHEN_REQUIRED",
        }),
  });
}

/** The answer, or undefined when S3 gave this one of its error codes. */
async function unless<Answer>(code: string, answer: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Error && error.name === code) return undefined;
    throw error;
  }
}

/** The client's exception for an answer, which quotes it, as one of ours; S3's code is in its name. */
function refusalOf(error: unknown): unknown {
  if (!(error instanceof Error) || !("$metadata" in error)) return error;
  const status: unknown = Object(error.$metadata).httpStatusCode;
  if (typeof status !== "number" || status < 300) return error;
  const code = vendorCode(error.name);
  // Two conditional writes of one name met, and the other one is not through.
  return new RefusedError({ status, code, ...(status === 409 ? { kind: "retryable" } : {}) });
}
