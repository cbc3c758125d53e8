// biome-ignore assist/source/organizeImports: first, because it refuses a wrong zod in a sentence.
export { timestamp } from "./internal/standard-fields.ts";
export { rupees } from "./internal/fields/amounts.ts";
export { dottedName } from "./internal/fields/dotted-name.ts";
export { duration } from "./internal/fields/duration.ts";
export { adminId, prefixedId, userId } from "./internal/fields/ids.ts";
export { emailAddress, freeText, personName, phoneNumber } from "./internal/fields/person.ts";
export { properties, scalar } from "./internal/fields/properties.ts";
