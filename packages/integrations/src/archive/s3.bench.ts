import { afterAll, beforeAll } from "vitest";
import { personal } from "../contracts/failure.ts";
import { token } from "../testing/personal-data.ts";
import { type S3Server, startS3Server } from "../testing/s3-server.ts";
import type { VendorBench } from "../testing/vendor-bench.ts";
import { archiveContract } from "./contract.ts";
import { s3Archive } from "./s3.ts";

export const bench: VendorBench = {
  contract: () => {
    let server: S3Server;
    beforeAll(async () => {
      server = await startS3Server();
    });
    afterAll(() => server.stop());
    archiveContract("a bucket of S3", async () => {
      server.objects.clear();
      return s3Archive(server);
    });
    archiveContract("a folder of a bucket of S3", async () => {
      server.objects.clear();
      server.objects.set("elsewhere/logs/a", Buffer.from("of somebody else"));
      return s3Archive({ ...server, prefix: "platform/archive" });
    });
  },
  personalData: {
    protocol: "http",
    calls: {
      "a file": ({ address: endpoint, timeout }) => {
        const account = { bucket: "archive", region: "auto", accessKeyId: "key", secretAccessKey: token };
        return s3Archive({ ...account, endpoint, timeout }).put(
          "logs/a",
          new TextEncoder().encode(Object.values(personal).join("\n")),
        );
      },
    },
  },
  outage: {
    because: "its server is no emulator of the local stack; its test makes it refuse, and takes it away",
  },
  check: { refused: { ARCHIVE_S3_SECRET_ACCESS_KEY: "unknown" }, says: "S3", address: "ARCHIVE_S3_ENDPOINT" },
};
