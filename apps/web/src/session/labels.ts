import type { Labels } from "../language/labels.ts";
import type { signInFormWords } from "./words.ts";

/** What the forms on the way in say, in their reader's language. */
export type SignInLabels = Labels<typeof signInFormWords>;
