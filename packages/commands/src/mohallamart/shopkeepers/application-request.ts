import { shopkeeperId } from "@org/events/mohallamart/fields";
import * as z from "zod";
import { emailField, mobileField, nameField, textField } from "../../fields.ts";
import { outOfDate } from "../../internal/out-of-date.ts";
import { type FieldOf, requestRule } from "../../request.ts";

/** What an applicant says of themselves and their shop. */
export const applicationRequest = requestRule({
  schema: z.object({
    shopkeeperId,
    shopName: nameField("the shop's name"),
    area: textField("the neighbourhood you deliver to, such as Indiranagar, Bengaluru", 100),
    description: textField("what you sell", 300),
    name: nameField("your name"),
    email: emailField,
    phone: mobileField,
  }),
  fields: ["shopName", "area", "description", "name", "email", "phone"],
  damaged: outOfDate(),
});

/** The entries that an applicant fills in. */
export type ApplicationField = FieldOf<typeof applicationRequest>;
