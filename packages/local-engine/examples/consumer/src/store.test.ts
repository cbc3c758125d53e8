import { createMemoryStore } from "@org/local-engine";
import { describeStore } from "@org/local-engine/conformance";

describeStore("memory", createMemoryStore);
