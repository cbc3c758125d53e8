import { personal } from "../contracts/failure.ts";
import { inS3 } from "../testing/in-s3.ts";
import { token } from "../testing/personal-data.ts";
import type { VendorBench } from "../testing/vendor-bench.ts";
import { archiveContract } from "./contract.ts";
import { s3Archive } from "./s3.ts";

export const bench: VendorBench = {
  contract: () =>
    inS3(archiveContract, s3Archive, { prefix: "platform/archive", elsewhere: "elsewhere/logs/a" }),
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
