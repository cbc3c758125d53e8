import { createHash } from "node:crypto";
import type { EmailSender } from "@org/integrations/email/port";
import type { SignInCodes } from "@org/stores/sign-in-codes/port";
import type { Outcome } from "../outcome.ts";
import { findPeople } from "./find-people.ts";
import { type Product, productOf } from "./person.ts";
import { securityPaths } from "./security-paths.ts";
import type { CodeRequest } from "./send-sign-in-code.ts";
import { countersOf, type SourcePorts } from "./sign-in-source.ts";
import { wrongCodesEmail } from "./wrong-codes-email.ts";

export interface WarnOfWrongCodesPorts extends SourcePorts {
  codes: Pick<SignInCodes, "takeNotice" | "returnNotice">;
  /** Email in the name of a product. */
  emailOf(product: Product): EmailSender;
  /** Where people reach the web app, without a path. */
  webUrl: string;
}

/**
 * After a wrong code: tells the owner of the address by email once there were many, once per stretch.
 * @throws IntegrationError when the email could not be sent; the next wrong code tries again, under the same key.
 */
export function warnOfWrongCodes(ports: WarnOfWrongCodesPorts) {
  const { people, codes, emailOf, webUrl } = ports;
  return async ({ attempt, source, reader }: CodeRequest): Promise<Outcome<{ warned: boolean }, never>> => {
    const [counter] = await countersOf(ports, attempt, source);
    const notice = await codes.takeNotice(counter);
    if (!notice) return { ok: true, warned: false };
    const { product, email: to } = attempt;
    const [owner] = await findPeople(people, product, to);
    if (!owner) return { ok: true, warned: false };
    const email = wrongCodesEmail({
      product,
      reader,
      wrong: notice.wrong,
      securityUrl: `${webUrl}${securityPaths[productOf(owner.role)]}`,
    });
    const key = createHash("sha256")
      .update(JSON.stringify([counter, notice.since]))
      .digest("hex");
    try {
      await emailOf(product).send({ to, ...email, key: `wrong-codes:${key}` });
    } catch (error) {
      await codes.returnNotice(counter);
      throw error;
    }
    return { ok: true, warned: true };
  };
}
