import { knownBrowserContract } from "@org/stores/contracts";
import { memoryBrowsers } from "./memory-browsers.js";

knownBrowserContract("memory", memoryBrowsers());
