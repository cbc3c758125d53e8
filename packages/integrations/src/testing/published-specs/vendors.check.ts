import { emailContract } from "../../email/contract.ts";
import { pushContract } from "../../push/contract.ts";
import { smsContract } from "../../sms/contract.ts";
import { oneSignalBench, resendBench, twilioBench } from "../benches.ts";
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
