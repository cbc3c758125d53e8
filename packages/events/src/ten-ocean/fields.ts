import { prefixedId } from "../fields.ts";

export const unitId = prefixedId("unit");
