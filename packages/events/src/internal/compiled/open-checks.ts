import { shownKey } from "../shown-key.ts";
import { add, at, type Check, type Issue, mistyped, newReport, type Report, UNSTORABLE } from "./report.ts";

/** Checks of contracts that are not closed; what only they need stands in no other event's bundle. */

const isRefusal = ({ reason }: Issue) => reason !== UNSTORABLE;

/** The first option that accepts the value; where none does, the issues of the only one that comes near it. */
export function either(...options: Check[]): Check {
  return (value, report) => {
    const near: [Report, unknown][] = [];
    for (const option of options) {
      const own = newReport();
      const result = option(value, own);
      if (!own.issues.some(isRefusal)) {
        report.issues.push(...own.issues);
        return result;
      }
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

/** Values under names of the sender's choice, which are shown in paths only where they read like a field's name. */
export function named(readKey: Check, readValue: Check): Check {
  return (value, report) => {
    if (!isPlain(value)) return mistyped(report, "record", value);
    const result: Record<PropertyKey, unknown> = {};
    for (const key of Reflect.ownKeys(value)) {
      if (key === "__proto__" || !Object.prototype.propertyIsEnumerable.call(value, key)) continue;
      const own = newReport();
      const name = readKey(key, own);
      const shown = shownKey(String(key));
      const place = shown === "[key]" ? shown : `.${shown}`;
      if (own.issues.some(isRefusal)) {
        add(report, "Invalid key in record", 1, place);
      } else if (name !== "__proto__") {
        for (const { reason } of own.issues) add(report, reason, 0, place);
        result[String(name)] = at(place, readValue, value[key], report, "");
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
