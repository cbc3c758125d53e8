import * as z from "zod";
import { requestRule } from "../request.ts";

export const unknownMessage =
  "There is no doubt about such a message, or no more: somebody else settled it, or its vendor did.";

export const messageRequest = requestRule({
  schema: z.object({
    /** The message's idempotency key. */
    key: z.string().regex(/^[\x21-\x7e]{1,500}$/),
    /** The id of the operator who asks. */
    operatorId: z.string().min(1),
  }),
  fields: [],
  damaged: unknownMessage,
});
