export { folder } from "./folder.vendor.ts";
export { s3 } from "./s3.vendor.ts";
