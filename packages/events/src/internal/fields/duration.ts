import * as z from "zod";

/** A length of time: `30m`, `12h`, `7d`, `2w`. */
export const duration = z.string().regex(/^[1-9]\d{0,4}[smhdw]$/, "Expected a duration such as 12h or 7d");
