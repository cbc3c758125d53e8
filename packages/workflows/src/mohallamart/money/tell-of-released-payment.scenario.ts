import { releasePayment } from "../../testing/release-payment.ts";
import type { Scenario } from "../../testing/scenario.ts";

export const scenario: Scenario = releasePayment;
