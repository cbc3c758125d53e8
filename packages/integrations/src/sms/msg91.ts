import { fieldOf, httpCaller } from "../internal/http/call.ts";
import { referenceOf } from "../message-reference.ts";
import type { SmsSender } from "./port.ts";

export interface Msg91SmsOptions {
  authKey: string;
  /** MSG91's template ids by our template names. */
  templates: Readonly<Record<string, string>>;
  /** Default: MSG91's API. */
  baseUrl?: string;
  /** Milliseconds for one call; default 10,000. */
  timeout?: number;
}

/** MSG91's code of a number that is none. */
const invalidNumber = "202";

/** `IntegrationError.code` of a message that names no template, or one without an id here. */
export const noTemplate = "no_template";

/** `IntegrationError.code` of a message with a value that operators would not pass on, and that is not sent for that. */
export const valueTooLong = "value_too_long";

/** Operators of India drop a registered text with a longer value, after MSG91 said that it took it. */
const longestValue = 30;

/**
 * Text messages through MSG91's flow API, which sends registered templates only. It has no idempotency key, so callers
 * go through the send ledger (`smsOncePerKey`). Success is decided from `type`: refusals also come with status 200.
 */
export function msg91Sms({
  authKey,
  templates,
  baseUrl = "https://control.msg91.com",
  timeout = 10_000,
}: Msg91SmsOptions): SmsSender {
  const http = httpCaller({
    port: "sms",
    vendor: "msg91",
    name: "MSG91",
    action: "send a text",
    timeout,
    idempotent: false,
    codeOf: (body) => fieldOf(body, "code"),
  });

  return {
    async send({ to, template, key }) {
      const templateId = template && Object.hasOwn(templates, template.name) && templates[template.name];
      if (!templateId) {
        throw http.failure("has no template for this message", "final", { code: noTemplate });
      }
      const tooLong = Object.keys(template.values).filter(
        (name) => (template.values[name]?.length ?? 0) > longestValue,
      );
      if (tooLong.length > 0) {
        const what = `takes ${longestValue} characters a value; too long in ${template.name}: ${tooLong.join(", ")}`;
        throw http.failure(what, "final", { code: valueTooLong });
      }
      const answer = await http.postForJson({
        url: `${baseUrl}/api/v5/flow`,
        headers: { authkey: authKey },
        body: JSON.stringify({
          template_id: templateId,
          short_url: "0",
          // Its reports give the last one back, also of a call that was not answered.
          recipients: [{ ...template.values, mobiles: to.replace(/^\+/, ""), CRQID: referenceOf(key) }],
        }),
      });
      const type = fieldOf(answer, "type");
      if (type === "error") {
        const code = fieldOf(answer, "code");
        const aboutRecipient = String(code) === invalidNumber;
        throw http.failure("refused", "final", { status: 200, code, aboutRecipient });
      }
      const messageId = fieldOf(answer, "message");
      if (type === "success" && typeof messageId === "string" && messageId !== "") return { messageId };
      throw http.failure("gave an answer of an unknown form", "ambiguous", { status: 200 });
    },
  };
}
