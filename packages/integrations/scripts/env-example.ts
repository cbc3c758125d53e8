import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withVendors } from "../src/testing/env-example.ts";
import { allCapabilities } from "../src/testing/registered-vendors.ts";

const file = join(import.meta.dirname, "../../../.env.example");
writeFileSync(file, withVendors(readFileSync(file, "utf8"), allCapabilities));
