import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import * as zod from "zod";
import * as mini from "zod/mini";
import { toJsonSchema } from "../src/internal/schemas/json-schema.ts";
import { orderCreated } from "../src/mohallamart/order-created.ts";
import { isWholePaise } from "../src/money.ts";

type Parse = (data: unknown) => unknown;

/** order.created as a team would write it with zod/mini, standard fields and rules included. */
function miniParse(): Parse {
  const id = (prefix: string) => mini.string().check(mini.regex(new RegExp(`^${prefix}_[A-Za-z0-9]{1,64}$`)));
  const text = mini.optional(mini.string().check(mini.minLength(1), mini.maxLength(256)));
  const quantity = mini.int().check(mini.gte(1), mini.lte(1000));
  const items = mini.array(mini.object({ productId: id("prod"), quantity }));
  const order = mini
    .object({
      ...{ orderId: id("ord"), userId: id("user"), shopId: id("shop") },
      items: items.check(mini.minLength(1), mini.maxLength(200)),
      total: mini.number().check(mini.gte(0), mini.lte(1e10), mini.refine(isWholePaise)),
      payment: mini.optional(mini.enum(["cash", "prepaid"])),
      paymentId: mini.optional(id("pay")),
      ...{ occurredAt: mini.iso.datetime({ precision: 3 }), correlationId: text, causationId: text },
    })
    .check(mini.refine(({ payment, paymentId }) => payment !== "prepaid" || paymentId !== undefined));
  return (data) => order.safeParse(data);
}

/** The function that Ajv compiles of the exported JSON Schema, which has neither the rules nor anything to leave out. */
function ajvParse(): Parse {
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  addFormats.default(ajv);
  return ajv.compile(toJsonSchema(orderCreated.schema, "input"));
}

/** What says whether data follows order.created; each parses the same data. */
export const validators: readonly { what: string; parse: Parse }[] = [
  { what: "zod", parse: (data) => zod.safeParse(orderCreated.schema, data) },
  { what: "zod/mini", parse: miniParse() },
  { what: "ajv standalone, of the JSON Schema", parse: ajvParse() },
];
