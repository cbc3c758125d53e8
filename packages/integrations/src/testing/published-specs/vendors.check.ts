import { emailContract } from "../../email/contract.ts";
import { pushContract } from "../../push/contract.ts";
import { searchContract } from "../../search/contract.ts";
import { smsContract } from "../../sms/contract.ts";
import { oneSignalBench, resendBench, twilioBench } from "../benches.ts";
import { typesenseBench } from "../typesense-bench.ts";
import { againstPublishedSpec } from "./published-spec.ts";

againstPublishedSpec({ file: "resend.yaml", operations: ["emails/send", "emails/send-batch"] }, (route) =>
  emailContract("Resend", () => resendBench(route)),
);
againstPublishedSpec({ file: "twilio_api_v2010.json", operations: ["CreateMessage"] }, (route) =>
  smsContract("Twilio", () => twilioBench(route)),
);
againstPublishedSpec(
  // The spec still calls the idempotency key `external_id`.
  { file: "onesignal.json", operations: ["create_notification", "create_user"], newer: ["idempotency_key"] },
  (route) => pushContract("OneSignal", () => oneSignalBench(route)),
);
againstPublishedSpec(
  {
    file: "typesense.yml",
    operations: [
      "createCollection",
      "getCollection",
      "getCollections",
      "deleteCollection",
      "indexDocument",
      "deleteDocuments",
      "importDocuments",
      "searchCollection",
      "getAlias",
      "upsertAlias",
      "deleteAlias",
    ],
    mistakes: [
      // It wants every field of a found document to be an object, against its own example.
      /^searchCollection: answer 200 \/hits\/\d+\/document\/\w+ must be object$/,
      // The client sends its own option `throwOnFail` along.
      /^importDocuments: request \/query must NOT have additional properties$/,
      // The server answers an import in plain text, as it takes it.
      /^importDocuments: answer 200 is text\/plain; charset=utf-8, the spec has application\/octet-stream$/,
    ],
  },
  (route) => searchContract("Typesense", () => typesenseBench(route)),
);
