import { afterAll, beforeAll } from "vitest";
import { personal } from "../contracts/failure.ts";
import { token } from "../testing/personal-data.ts";
import { type S3Server, startS3Server } from "../testing/s3-server.ts";
import type { VendorBench } from "../testing/vendor-bench.ts";
import { picturesContract } from "./contract.ts";
import { s3Pictures } from "./s3.ts";

export const bench: VendorBench = {
  contract: () => {
    let server: S3Server;
    beforeAll(async () => {
      server = await startS3Server();
    });
    afterAll(() => server.stop());
    picturesContract("a bucket of S3", async () => {
      server.objects.clear();
      return s3Pictures(server);
    });
    picturesContract("a folder of a bucket of S3", async () => {
      server.objects.clear();
      server.objects.set("elsewhere/aa/240.webp", Buffer.from("of somebody else"));
      return s3Pictures({ ...server, prefix: "platform/pictures" });
    });
  },
  personalData: {
    protocol: "http",
    calls: {
      "a file": ({ address: endpoint, timeout }) => {
        const account = { bucket: "pictures", region: "auto", accessKeyId: "key", secretAccessKey: token };
        return s3Pictures({ ...account, endpoint, timeout }).put(
          "aa/240.webp",
          new TextEncoder().encode(Object.values(personal).join("\n")),
        );
      },
    },
  },
  outage: {
    because:
      "its server is no emulator of the local stack; the archive's test makes it refuse, and takes it away",
  },
  check: {
    refused: { PICTURES_S3_SECRET_ACCESS_KEY: "unknown" },
    says: "S3",
    address: "PICTURES_S3_ENDPOINT",
  },
};
