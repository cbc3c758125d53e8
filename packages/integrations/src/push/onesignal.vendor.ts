import * as z from "zod";
import { askWhetherTaken } from "../internal/http/question.ts";
import { baseUrlOf, key } from "../internal/schemas.ts";
import { defineVendor } from "../vendor.ts";
import type { PushContext } from "./port.ts";

export const oneSignal = defineVendor({
  name: "OneSignal",
  about:
    "Both or neither: the app's id, and its REST key. The web app takes the id alone: with it browsers can be told as well.",
  variables: {
    NEXT_PUBLIC_ONESIGNAL_APP_ID: z.guid("the app's id, a UUID as OneSignal shows it"),
    ONESIGNAL_REST_API_KEY: key,
    ONESIGNAL_BASE_URL: baseUrlOf("OneSignal"),
  },
  load: () => import("./onesignal.ts"),
  create: ({ oneSignalPush }, values, { product, timeout }: PushContext) =>
    oneSignalPush({
      product,
      appId: values.NEXT_PUBLIC_ONESIGNAL_APP_ID,
      apiKey: values.ONESIGNAL_REST_API_KEY,
      baseUrl: values.ONESIGNAL_BASE_URL,
      timeout,
    }),
  check: (values) =>
    askWhetherTaken({
      name: "OneSignal",
      variables: "NEXT_PUBLIC_ONESIGNAL_APP_ID and ONESIGNAL_REST_API_KEY",
      url: `${values.ONESIGNAL_BASE_URL ?? "https://api.onesignal.com"}/notifications?app_id=${values.NEXT_PUBLIC_ONESIGNAL_APP_ID}&limit=1`,
      headers: { authorization: `Key ${values.ONESIGNAL_REST_API_KEY}` },
    }),
});
