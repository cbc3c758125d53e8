import { demoSubjects } from "@org/commands/sessions/demo-subjects";
import { findPerson, subjectOf } from "@org/commands/sessions/find-people";
import { productOf } from "@org/commands/sessions/person";
import { isDevelopmentBuild } from "../env.ts";
import { people } from "../stores.ts";
import { roleNames } from "./role-names.ts";
import { SignInContextFields } from "./sign-in-context-fields.tsx";
import type { SignInContext } from "./sign-in-form.ts";

/** In development, the demo data's people with a button each; otherwise nothing. */
export async function DemoPeople({ product, next }: SignInContext) {
  if (!isDevelopmentBuild) return null;
  const found = await Promise.all(demoSubjects.map((subject) => findPerson(people(), subject)));
  const here = found
    .filter((person) => person !== undefined)
    .filter(({ role }) => productOf(role) === product);
  return (
    <form method="post" action="/sign-in/demo" className="card">
      <h2>Demo people</h2>
      <p>Only in development: sign in without a code.</p>
      <SignInContextFields product={product} next={next} />
      {here.map((person) => (
        <p key={subjectOf(person)}>
          <button type="submit" className="button quiet wide" name="person" value={subjectOf(person)}>
            Sign in as {person.name}, {roleNames[person.role]}
          </button>
        </p>
      ))}
    </form>
  );
}
