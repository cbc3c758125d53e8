import twilio from "twilio";
import type { Emulators } from "../emulators/start-emulators.ts";

const { RequestClient } = twilio;
type Send = InstanceType<typeof RequestClient>["request"];

/** Twilio's real client, sent to the emulator instead of api.twilio.com. */
export function twilioClient({ url, accountSid, authToken }: Emulators["twilio"], timeout = 2_000) {
  class LocalRequestClient extends RequestClient {
    override request: Send = (options) =>
      super.request({ ...options, uri: options.uri.replace("https://api.twilio.com", url) });
  }
  return twilio(accountSid, authToken, { httpClient: new LocalRequestClient({ timeout }) });
}
