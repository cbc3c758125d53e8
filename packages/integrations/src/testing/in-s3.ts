import { afterAll, beforeAll } from "vitest";
import type { BucketOptions } from "../internal/files/s3-files.ts";
import { type S3Server, startS3Server } from "./s3-server.ts";

type Contract<Files> = (vendor: string, create: () => Promise<Files>) => void;

/** Runs a contract in a bucket and in a folder of one, which holds a file of somebody else's beside it. */
export function inS3<Files>(
  contract: Contract<Files>,
  create: (bucket: BucketOptions) => Files,
  { prefix, elsewhere }: { prefix: string; elsewhere: string },
): void {
  let server: S3Server;
  beforeAll(async () => {
    server = await startS3Server();
  });
  afterAll(() => server.stop());
  contract("a bucket of S3", async () => {
    server.objects.clear();
    return create(server);
  });
  contract("a folder of a bucket of S3", async () => {
    server.objects.clear();
    server.objects.set(elsewhere, Buffer.from("of somebody else"));
    return create({ ...server, prefix });
  });
}
