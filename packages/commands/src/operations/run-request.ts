import * as z from "zod";
import { requestRule } from "../request.ts";

/** Of runs, apps and workflows; nothing else is looked up. */
export const identifier = z.string().regex(/^[\w.-]{1,200}$/);

export const unknownRun = "There is no such failed run, or it is kept no longer.";

export const runRequest = requestRule({
  schema: z.object({
    runId: identifier,
    /** The id of the operator who asks. */
    operatorId: z.string().min(1),
  }),
  fields: [],
  damaged: unknownRun,
});
