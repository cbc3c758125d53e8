import { demoSubjects } from "@org/commands/sessions/demo-subjects";
import { findPerson } from "@org/commands/sessions/find-people";
import { isDevelopmentBuild } from "#src/env.ts";
import { textOf } from "#src/forms/form-data.ts";
import { startOf } from "#src/session/links.ts";
import { openSession } from "#src/session/session-cookie.ts";
import { readSignInContext } from "#src/session/sign-in-form.ts";
import { people } from "#src/stores.ts";

/** Signs in someone of the demo data without a code. In a production build there is no such address. */
export async function POST(request: Request): Promise<Response> {
  if (!isDevelopmentBuild) return new Response(null, { status: 404 });
  const form = await request.formData();
  const subject = textOf(form, "person");
  const person = demoSubjects.includes(subject) ? await findPerson(people(), subject) : undefined;
  if (!person) return new Response("There is no such person in the demo data.", { status: 404 });
  await openSession(person, "code");
  const location = readSignInContext(form).next ?? startOf(person.role);
  // Not Next's `redirect`: its 307 would make the browser send the form on to the page.
  return new Response(null, { status: 303, headers: { location } });
}
