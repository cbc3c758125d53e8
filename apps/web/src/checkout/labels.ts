import type { Labels } from "../language/labels.ts";
import type { checkoutFormWords } from "./words.ts";

/** What the checkout form says, in its reader's language. */
export type CheckoutLabels = Labels<typeof checkoutFormWords>;
