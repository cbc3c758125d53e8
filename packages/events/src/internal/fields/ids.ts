import * as z from "zod";

/** An id with its kind in front: `ord_456`, or a ULID after the underscore. */
export function prefixedId(prefix: string) {
  return z
    .string()
    .regex(new RegExp(`^${prefix}_[A-Za-z0-9]{1,64}$`), `Expected an id such as ${prefix}_123`);
}

/** Id of an account. */
export const userId = /* @__PURE__ */ prefixedId("user");

/** Id of an admin's account. */
export const adminId = /* @__PURE__ */ prefixedId("admin");
