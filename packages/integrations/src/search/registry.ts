export { typesense } from "./typesense.vendor.ts";
