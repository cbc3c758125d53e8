export { timestamp } from "../standard-fields.ts";
export { rupees } from "./amounts.ts";
export { dottedName } from "./dotted-name.ts";
export { duration } from "./duration.ts";
export { adminId, prefixedId, userId } from "./ids.ts";
export { emailAddress, freeText, personName, phoneNumber } from "./person.ts";
export { properties, scalar } from "./properties.ts";
