import { mistyped, newReport, type Path, type Report, stop } from "./report.ts";

/** The first option that accepts the value; where none does, the issues of the only one that comes near it. */
export function either(
  report: Report,
  path: Path,
  value: unknown,
  options: readonly ((own: Report) => unknown)[],
): unknown {
  const near: { own: Report; result: unknown }[] = [];
  for (const option of options) {
    const own = newReport();
    const result = option(own);
    if (own.issues.length === 0) {
      report.unstorable ??= own.unstorable;
      return result;
    }
    if (own.fatal === 0) near.push({ own, result });
  }
  const [only, another] = near;
  if (!only || another) {
    stop(report, path, "Invalid input");
    return value;
  }
  report.issues.push(...only.own.issues);
  return only.result;
}

/** Values under names of the sender's choice. */
export function named(
  report: Report,
  path: Path,
  value: unknown,
  readKey: (key: unknown, own: Report) => unknown,
  readValue: (key: PropertyKey, value: unknown) => unknown,
): unknown {
  if (!isPlain(value)) {
    mistyped(report, path, "record", value);
    return value;
  }
  const result: Record<PropertyKey, unknown> = {};
  for (const key of Reflect.ownKeys(value)) {
    if (key === "__proto__" || !Object.prototype.propertyIsEnumerable.call(value, key)) continue;
    const own = newReport();
    const name = readKey(key, own);
    if (own.issues.length > 0) {
      stop(report, [...path, key], "Invalid key in record");
    } else if (name !== "__proto__") {
      report.unstorable ??= own.unstorable;
      result[String(name)] = readValue(key, value[key]);
    }
  }
  return result;
}

/** By zod's rule: no list, and of no class. */
function isPlain(value: unknown): value is Record<PropertyKey, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const { constructor } = value;
  if (typeof constructor !== "function") return true;
  const { prototype } = constructor;
  return typeof prototype === "object" && prototype !== null && Object.hasOwn(prototype, "isPrototypeOf");
}
