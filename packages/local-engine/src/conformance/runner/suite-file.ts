import { inject } from "vitest";
import { describeEngine } from "../engine.ts";
import { createHttpBench } from "../http-bench.ts";
import "./settings.ts";

/** The file that vitest is given: every case against the address that the command names. */
describeEngine(createHttpBench(inject("localEngineConformance")));
