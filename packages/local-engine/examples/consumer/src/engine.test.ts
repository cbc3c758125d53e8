import { createHttpBench, describeEngine } from "@org/local-engine/conformance";

const { ENGINE_URL = "http://127.0.0.1:8288", PATIENCE = "20s" } = process.env;

describeEngine(createHttpBench({ url: ENGINE_URL, patience: PATIENCE }));
