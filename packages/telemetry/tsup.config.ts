import { library } from "@org/tooling/tsup";
import { defineConfig } from "tsup";

export default defineConfig((options) => library(options));
