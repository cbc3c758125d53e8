import * as z from "zod";

const address = /^(?:[^<>\s@,]+@[^<>\s@,]+\.[^<>\s@,]+|[^<>]*<[^<>\s@,]+@[^<>\s@,]+\.[^<>\s@,]+>)$/u;
const recipients = z.union([z.string(), z.array(z.string())]);

const emailSchema = z.looseObject({
  from: z.string().regex(address),
  to: z.union([z.string().regex(address), z.array(z.string().regex(address)).min(1).max(50)]),
  subject: z.string().min(1),
  html: z.string().optional(),
  text: z.string().optional(),
  cc: recipients.optional(),
  bcc: recipients.optional(),
  reply_to: recipients.optional(),
  headers: z.record(z.string(), z.string()).optional(),
});

export type ResendEmail = z.infer<typeof emailSchema>;

const format =
  "The email address needs to follow the `email@example.com` or `Name <email@example.com>` format.";

/** Resend's answer to a body that it does not accept; undefined when the body is fine. */
export function refusalOf(endpoint: string, body: string): Response | undefined {
  const emails = parseJson(body);
  if (emails === undefined)
    return resendError(400, "validation_error", "The request body is not valid JSON.");
  if (endpoint === "/emails") return refuseEmail(emails);
  if (!Array.isArray(emails) || emails.length === 0 || emails.length > 100) {
    return resendError(422, "validation_error", "The batch must be an array of 1 to 100 emails.");
  }
  return emails.map(refuseEmail).find((refusal) => refusal !== undefined);
}

function refuseEmail(email: unknown): Response | undefined {
  const parsed = emailSchema.safeParse(email);
  if (parsed.success) {
    const { html, text, template } = parsed.data;
    if (html !== undefined || text !== undefined || template !== undefined) return undefined;
    return resendError(422, "missing_required_field", "Missing `html` or `text` field.");
  }
  const [issue] = parsed.error.issues;
  const field = String(issue?.path[0] ?? "body");
  const isMissing = issue?.code === "invalid_type" && !Object.hasOwn(Object(email), field);
  if (isMissing) return resendError(422, "missing_required_field", `Missing \`${field}\` field.`);
  return resendError(422, "validation_error", `Invalid \`${field}\` field. ${format}`);
}

/** An error in Resend's format (resend.com/docs/api-reference/errors). */
export function resendError(statusCode: number, name: string, message: string): Response {
  return Response.json({ statusCode, name, message }, { status: statusCode });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
