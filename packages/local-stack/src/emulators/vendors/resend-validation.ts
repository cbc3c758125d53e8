import * as z from "zod";

const address = /^(?:[^<>\s@,]+@[^<>\s@,]+\.[^<>\s@,]+|[^<>]*<[^<>\s@,]+@[^<>\s@,]+\.[^<>\s@,]+>)$/u;
/** Of what becomes a header; Resend refuses the email with 422. */
const noBreak = /^[^\r\n]*$/;
const recipients = z.union([z.string(), z.array(z.string())]);

const emailSchema = z.looseObject({
  from: z.string().regex(address),
  to: z.union([z.string().regex(address), z.array(z.string().regex(address)).min(1).max(50)]),
  subject: z.string().min(1).regex(noBreak),
  html: z.string().optional(),
  text: z.string().optional(),
  cc: recipients.optional(),
  bcc: recipients.optional(),
  reply_to: recipients.optional(),
  headers: z.record(z.string(), z.string().regex(noBreak)).optional(),
});

export type ResendEmail = z.infer<typeof emailSchema>;

const format =
  "The email address needs to follow the `email@example.com` or `Name <email@example.com>` format.";

/** What of a request is sent, and what is not. */
export interface Checked {
  /** The emails that are sent, in order. */
  accepted: unknown[];
  /** In permissive mode, the places of the others, with why. */
  errors: { index: number; message: string }[];
}

/**
 * Checks a body. In permissive mode a batch's valid emails are sent without the others; otherwise one that is not
 * valid refuses all (resend.com/changelog/batch-validation-modes).
 * @returns Resend's answer to a body that it does not accept.
 */
export async function checkBody(
  endpoint: string,
  body: string,
  permissive: boolean,
): Promise<Checked | Response> {
  const emails = parseJson(body);
  if (emails === undefined)
    return resendError(400, "validation_error", "The request body is not valid JSON.");
  if (endpoint === "/emails") return refuseEmail(emails) ?? { accepted: [emails], errors: [] };
  if (!Array.isArray(emails) || emails.length === 0 || emails.length > 100) {
    return resendError(422, "validation_error", "The batch must be an array of 1 to 100 emails.");
  }
  const refusals = emails.map(refuseEmail);
  const first = refusals.find((refusal) => refusal !== undefined);
  if (first && !permissive) return first;
  const errors = await Promise.all(
    refusals.flatMap((refusal, index) => (refusal ? [errorAt(index, refusal)] : [])),
  );
  return { accepted: emails.filter((_email, index) => !refusals[index]), errors };
}

async function errorAt(index: number, refusal: Response): Promise<{ index: number; message: string }> {
  return { index, message: String(Object(await refusal.json()).message) };
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
  if (issue?.code === "invalid_format" && field !== "from" && field !== "to") {
    return resendError(422, "validation_error", `The \\n is not allowed in the \`${field}\` field.`);
  }
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
