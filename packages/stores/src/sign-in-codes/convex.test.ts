import { convexBridge } from "../testing/convex-bridge.ts";
import { signInCodeContract } from "./contract.ts";
import { convexSignInCodes } from "./convex.ts";

const bridge = await convexBridge();

signInCodeContract("Convex", convexSignInCodes(bridge.deployment));
