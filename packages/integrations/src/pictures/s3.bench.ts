import { personal } from "../contracts/failure.ts";
import { inS3 } from "../testing/in-s3.ts";
import { token } from "../testing/personal-data.ts";
import type { VendorBench } from "../testing/vendor-bench.ts";
import { picturesContract } from "./contract.ts";
import { s3Pictures } from "./s3.ts";

export const bench: VendorBench = {
  contract: () =>
    inS3(picturesContract, s3Pictures, { prefix: "platform/pictures", elsewhere: "elsewhere/aa/240.webp" }),
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
