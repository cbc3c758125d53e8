import { convexBridge } from "../testing/convex-bridge.ts";
import { suppressionContract } from "./contract.ts";
import { convexSuppressions } from "./convex.ts";

const bridge = await convexBridge();

suppressionContract("Convex", { suppressions: convexSuppressions(bridge.deployment), reset: bridge.empty });
