import * as z from "zod";
import { fieldOf } from "../internal/http/call.ts";
import { askWhetherTaken } from "../internal/http/question.ts";
import { baseUrlOf, mailbox } from "../internal/schemas.ts";
import { defineVendor } from "../vendor.ts";
import type { EmailContext } from "./port.ts";

export const resend = defineVendor({
  name: "Resend",
  about: "Email through Resend. Each product has a sender of its own.",
  packages: ["resend"],
  variables: {
    RESEND_API_KEY: z.string().regex(/^re_\w+$/, "re_ and letters and digits, as Resend shows a key once"),
    RESEND_FROM: mailbox.meta({ example: "MohallaMart <orders@mohallamart.example>" }),
    RESEND_TEN_OCEAN_FROM: mailbox.meta({ example: "10 Ocean Tenant Association <office@10ocean.example>" }),
    RESEND_BASE_URL: baseUrlOf("Resend"),
  },
  load: () => import("./resend.ts"),
  create: ({ resendEmail }, values, { product, timeout }: EmailContext) =>
    resendEmail({
      apiKey: values.RESEND_API_KEY,
      from: product === "mohallamart" ? values.RESEND_FROM : values.RESEND_TEN_OCEAN_FROM,
      baseUrl: values.RESEND_BASE_URL,
      timeout,
    }),
  check: ({ RESEND_API_KEY: apiKey, RESEND_BASE_URL: baseUrl = "https://api.resend.com" }) =>
    askWhetherTaken({
      name: "Resend",
      variables: "RESEND_API_KEY",
      url: `${baseUrl}/domains`,
      headers: { authorization: `Bearer ${apiKey}` },
      // A key that may only send is refused everything else by this name.
      proves: (status, body) => status === 200 || fieldOf(body, "name") === "restricted_api_key",
    }),
});
