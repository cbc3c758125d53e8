export { folder } from "./folder.vendor.ts";
