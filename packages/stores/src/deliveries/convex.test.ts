import { convexBridge } from "../testing/convex-bridge.ts";
import { deliveryContract } from "./contract.ts";
import { convexDeliveries } from "./convex.ts";

const bridge = await convexBridge();

deliveryContract("Convex", { deliveries: convexDeliveries(bridge.deployment), reset: bridge.empty });
