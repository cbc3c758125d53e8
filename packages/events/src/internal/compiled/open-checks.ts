import { add, at, type Check, mistyped, newReport, type Report } from "./report.ts";

/** The first option that accepts the value; where none does, the issues of the only one that comes near it. */
export function either(...options: Check[]): Check {
  return (value, report) => {
    const near: [Report, unknown][] = [];
    for (const option of options) {
      const own = newReport();
      const result = option(value, own);
      report.bytes += own.bytes;
      const isAccepted = own.issues.every(({ unstorable }) => unstorable);
      if (isAccepted) report.issues.push(...own.issues);
      if (isAccepted) return result;
      if (own.fatal === 0) near.push([own, result]);
    }
    const [only, another] = near;
    if (only && !another) {
      report.issues.push(...only[0].issues);
      return only[1];
    }
    add(report, "Invalid input", 1);
    return value;
  };
}

/** Values under names of the sender's choice. */
export function named(readKey: Check, readValue: Check): Check {
  return (value, report) => {
    if (!isPlain(value)) return mistyped(report, "record", value);
    const result: Record<PropertyKey, unknown> = {};
    for (const key of Reflect.ownKeys(value)) {
      if (key === "__proto__" || !Object.prototype.propertyIsEnumerable.call(value, key)) continue;
      const own = newReport();
      const name = readKey(key, own);
      report.bytes += own.bytes + 30;
      if (own.issues.some(({ unstorable }) => !unstorable)) {
        add(report, "Invalid key in record", 1, [key]);
      } else if (name !== "__proto__") {
        for (const issue of own.issues) report.issues.push({ ...issue, path: [key] });
        result[String(name)] = at(key, readValue, value[key], report);
      }
    }
    return result;
  };
}

/** By zod's rule: no list, and of no class. */
function isPlain(value: unknown): value is Record<PropertyKey, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const { constructor: itsClass } = value;
  if (typeof itsClass !== "function") return true;
  const { prototype } = itsClass;
  return typeof prototype === "object" && prototype !== null && Object.hasOwn(prototype, "isPrototypeOf");
}
