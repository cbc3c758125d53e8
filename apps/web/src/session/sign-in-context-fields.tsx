import type { SignInContext } from "./sign-in-form.ts";

/** The hidden part of a form on the way in. */
export function SignInContextFields({ product, next }: SignInContext) {
  return (
    <>
      <input type="hidden" name="product" value={product} />
      {next !== undefined && <input type="hidden" name="next" value={next} />}
    </>
  );
}
