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
      "deleteAlias",
      "deleteCollection",
      "deleteDocuments",
      "getAlias",
      "getCollection",
      "getCollections",
      "importDocuments",
      "indexDocument",
      "searchCollection",
      "upsertAlias",
    ],
    wrong: [
      {
        violation: /^searchCollection: answer 200 \/hits\/\d+\/document\/\w+ must be object$/,
        because: "a document holds what its collection's fields say, in the server's own examples too",
      },
      {
        violation: /^importDocuments: answer 200 is text\/plain/,
        because: "the server answers JSON lines as text/plain",
      },
      {
        violation: /^importDocuments: request \/query must NOT have additional properties \(throwOnFail\)$/,
        because: "the vendor's client sends its own option along, and the server ignores it",
      },
    ],
  },
  (route) => searchContract("Typesense", () => typesenseBench(route)),
);
